#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# What 'new' writes is a race as it is; and the points that it is written with.
# Turn 0: it builds kernels.
set -eu
. "$(dirname -- "$0")/tap.sh"
export SCENARIOS="$tmp/my races"

attempt "$replay/cmd/new" torn-read "$tmp/my races"
test_that 'new: status' status_is 0
test_that 'new: says how to run it' says "uml-replay run torn-read"
attempt "$replay/cmd/run" torn-read
test_that 'what it wrote passes' status_is 0
test_that 'what it does is written down, and is the same without gdb' \
	"$replay/libexec/cell" torn-read 6.1 mainline --update
test_that 'what is expected of it' grep -qx 'outcome the read saw: a and b' "$tmp/my races/torn-read/expected/mainline"
attempt "$replay/cmd/list"
test_that 'it is among the scenarios' grep -q '^ *torn-read  *A file is written to in the middle of a read of it\.' "$tmp/out"

# What it says of the race is so: in another order it fails.
sed -i '/^let reader enter/d' "$tmp/my races/torn-read/torn-read.gdb"
attempt "$replay/cmd/run" torn-read --direct
test_that 'in another order: FAIL' status_is 1
test_that 'in another order: which check' says 'not ok 2 one from before the write, one from after it'

# Each kind of race begins with one that is true.
for kind in order lost-wakeup deadlock use-after-free; do
	"$replay/cmd/new" "try-$kind" "$tmp/my races" --template "$kind" >"$tmp/out"
	for direct in '' --direct; do
		# shellcheck disable=SC2086 # no option is no word
		attempt "$replay/cmd/run" "try-$kind" $direct --keep "$tmp/$kind$direct"
		test_that "a $kind${direct:+, without gdb}: passes" status_is 0
	done
	test_that "a $kind: the same trace" cmp "$tmp/$kind/trace" "$tmp/$kind--direct/trace"
done
test_that 'a lost-wakeup: the writer comes in between' \
	grep -q ' reader held prepare_to_wait_event$' "$tmp/lost-wakeup/trace"
test_that 'a deadlock: they want the same' grep -q ' down block' "$tmp/deadlock/trace"
test_that 'a use-after-free: it wants KASAN' grep -qx CONFIG_KASAN=y "$tmp/my races/try-use-after-free/config"

# A program that knows nothing of the tool stays as it is.
attempt "$replay/cmd/new" any "$tmp/my races" --from "$tests/scenarios/any-program/any-program.c"
test_that 'new --from: status' status_is 0
test_that 'new --from: the program is as it was' cmp "$tests/scenarios/any-program/any-program.c" "$tmp/my races/any/any.c"
attempt "$replay/cmd/run" any --direct
test_that 'new --from: it passes' status_is 0
attempt "$replay/cmd/new" none "$tmp/my races" --from /dev/null
test_that 'new --from: a program has a main()' says "'/dev/null' has no main(); --from takes a C program"
attempt "$replay/cmd/new" none "$tmp/my races" --template deadlock --from "$tests/scenarios/any-program/any-program.c"
test_that 'new --from: not with a template' says 'and not from both'
rm -r "$tmp/my races/any"
# A task has the number of its creation, also if another runs first, and tells its name.
cat >"$tmp/many.c" <<-END
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>
static void *part(void *name) { return pthread_setname_np(pthread_self(), name) ? name : NULL; }
int main(void)
{
	pthread_t threads[2];
	pthread_create(&threads[0], NULL, part, "first");
	pthread_create(&threads[1], NULL, part, "second");
	for (int i = 0; i < 2; i++)
		pthread_join(threads[i], NULL);
	for (int i = 0; i < 14; i++)
		if (!fork())
			_exit(0);
	while (wait(NULL) > 0)
		;
	return 0;
}
END
"$replay/cmd/new" many "$tmp/my races" --from "$tmp/many.c" >"$tmp/out"
attempt "$replay/cmd/run" many --direct --keep "$tmp/many"
test_that 'new --from: more tasks than can be actors: said' says 'has more than 16 tasks'
test_that 'new --from: and it passes' status_is 0
test_that 'new --from: the first that is created is t2' grep -q ' t2 named first$' "$tmp/many/trace"
test_that 'new --from: the second is t3' grep -q ' t3 named second$' "$tmp/many/trace"
test_that 'new --from: the last that is an actor' grep -q ' t16 exit status 0$' "$tmp/many/trace"
rm -r "$tmp/my races/many"

# One that is BROKEN without gdb is that, and not another trace.
"$replay/cmd/new" inlined-one "$tmp/my races" >"$tmp/out"
sed -i 's/^let writer finish/let reader enter file_accessed\n&/' "$tmp/my races/inlined-one/inlined-one.gdb"
attempt "$replay/cmd/run" inlined-one
test_that 'a function that is inlined, under gdb: it is reached' [ "$status" -le 1 ]
for command in expect 'verify -n 6'; do
	# shellcheck disable=SC2086 # they are words
	attempt "$replay/cmd/"$command inlined-one
	test_that "BROKEN without gdb, $command: BROKEN" status_is 2
	test_that "BROKEN without gdb, $command: why" says 'it may be inlined wherever it is called'
	test_that "BROKEN without gdb, $command: which" eval "says 'without gdb it is not' || says 'run 5 is BROKEN, and run 0 was '"
done
test_that 'BROKEN without gdb: nothing is expected' [ ! -e "$tmp/my races/inlined-one/expected" ]
attempt "$replay/cmd/stacks" "$tmp/order"
test_that 'a run without stacks: says so' says 'wrote no stacks'

# wrong WHAT TEXT COMMAND...: status 2, and it says TEXT.
wrong()
{
	what=$1 text=$2
	shift 2
	attempt "$@"
	test_that "$what: status" status_is 2
	test_that "$what: says '$text'" says "$text"
}

for name in Torn torn_read 9pages torn-read- ../torn 'torn read'; do
	wrong "the name '$name'" "'$name' is no name of a scenario" "$replay/cmd/new" "$name" "$tmp"
done
wrong 'no name' 'usage: uml-replay new SCENARIO [DIR]' "$replay/cmd/new"
wrong 'a name of another' "a scenario 'torn-read' is there already, in $tmp/my races/torn-read" \
	"$replay/cmd/new" torn-read "$tmp"
wrong 'a kind of race that is none' "no kind of race is named 'deadlok'" "$replay/cmd/new" torn "$tmp" --template deadlok
test_that 'a kind of race that is none: which there are' says '  deadlock         two actors take the same locks, each in its own order'
wrong 'no kind of race' '--template takes a kind' "$replay/cmd/new" torn "$tmp" --template
mkdir "$tmp/notes"
wrong 'a folder that is there' "'$tmp/notes' is there already" "$replay/cmd/new" notes "$tmp"
wrong 'a folder that cannot be made' "cannot make the folder '$replay/cmd/new/races'" \
	"$replay/cmd/new" other "$replay/cmd/new/races"
wrong 'a folder that cannot be written to' "cannot write to the folder '/proc'" "$replay/cmd/new" other /proc
test_that 'nothing is left of those' [ -z "$(find "$tmp" -maxdepth 1 -name '*torn*' -o -maxdepth 1 -name '*other*')" ]

attempt "$replay/cmd/points"
test_that 'points: labels' says 'swapin_confirmed  mm/shmem.c:'
test_that 'points: a label in words' says 'swapin holds the page lock and has confirmed its swap entry'
attempt "$replay/cmd/points" 'xas_find_c*'
test_that 'points: a function of any file' grep -q '^  xas_find_conflict  lib/xarray.c:[0-9]*$' "$tmp/out"
attempt "$replay/cmd/points" 'shmem_recalc_inode' --try punch-fault
test_that 'points: one that is atomic' says 'atomic: punch, swapin (2x)'
attempt "$replay/cmd/points" 'shmem_swapin_*' --try punch-fault
test_that 'points: one that is not' says 'can be held: swapin (1x)'
attempt "$replay/cmd/points" 'folio_loc?'
test_that 'points: one that is inlined' grep -q '^  folio_lock  .* in .*, and [0-9]* more$' "$tmp/out"
attempt "$replay/cmd/points" 'shmem_swapin_*' --try punch-fault --schedule none
test_that 'points: without a schedule' says 'can be held: swapin (1x)'
echo 'let punch reach swapin_lost' >"$tmp/never.gdb"
attempt "$replay/cmd/points" 'shmem_undo_range' --try punch-fault --schedule "$tmp/never.gdb"
test_that 'points: an order that is not reached: BROKEN' status_is 2
test_that 'points: an order that is not reached: who came before' says 'can be held: punch'
attempt env SCENARIOS="$tests/scenarios" "$replay/cmd/points" --try lost-update
test_that 'points: no pattern, no label, and no call that is recorded' says "the actors call no function of the files in 'recorded'; give a pattern"
attempt "$replay/cmd/points" --scenario no-such
test_that 'points: a scenario that there is not' status_is 2
attempt "$replay/cmd/points" 'no_such*'
test_that 'points: none: status' status_is 2
wrong 'points: a pattern' "'x;y' is no pattern" "$replay/cmd/points" 'x;y'
done_testing
