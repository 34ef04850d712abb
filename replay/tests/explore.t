#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Exploring: every execution is run, nothing of one is left in the next, and what is
# found can be run again.
set -eu
. "$(dirname -- "$0")/tap.sh"

# explore NAME OPTION...: its list is $tmp/NAME.list, and a line an execution in $tmp/NAME.log.
explore()
{
	name=$1
	shift
	attempt "$replay/cmd/explore" "$@" --out "$tmp/$name" --log "$tmp/$name.log"
	# Where the schedules are is no part of the list.
	grep -vE '^(each schedule|each execution had a boot|the points are in)' "$tmp/out" >"$tmp/$name.list" || :
	sort -o "$tmp/$name.log" "$tmp/$name.log"
}

functions=$(sed '/^#/d' "$top/scenarios/shmem/any-order/points" | paste -s -d ,)

explore flagship punch-fault
test_that 'flagship: no outcome but PASS' status_is 0
test_that 'flagship: the race is among them' says 'outcome left in swap cache: 1'
test_that 'flagship: says what was completed' \
	says 'all executions with up to 2 preemptions at these points (every label): 3 distinct outcomes; 4 were run'
test_that 'flagship: each schedule gives its outcome' says 'gives its outcome under uml-replay run'
test_that 'flagship: the simplest execution of the race' \
	grep -qx 'let swapin reach swapin_confirmed' "$tmp/flagship/3/schedule.gdb"
test_that 'flagship: its diagram' grep -q '\[trylock_failed\]' "$tmp/flagship/3/diagram"

# What is kept is an execution as a run is: each view reads it, and none makes a run.
attempt "$replay/cmd/timeline" "$tmp/flagship/3"
test_that 'flagship: the timeline of what was kept' says '[trylock_failed]'
test_that 'flagship: where one is held' says 'swapin_confirmed]  <- page A, entry 1, held'
attempt "$replay/cmd/diff" "$tmp/flagship/1" "$tmp/flagship/3"
test_that 'flagship: two that were kept, in one diagram' says 'They part at once.'
attempt "$replay/cmd/report" --from "$tmp/flagship" --to "$tmp/report"
test_that 'flagship: the report of all that were kept' grep -q trylock_failed "$tmp/report/report.html"
# Several outcomes of one variant are told apart.
test_that 'flagship: the report has a cell of each' \
	grep -qF '| punch-fault | 0x00 | 0x78 | 0x00, 1 left |' "$tmp/report/report.md"
test_that 'flagship: the report says what was run' grep -q '^- command: uml-replay explore punch-fault --out ' "$tmp/report/report.md"
attempt "$replay/cmd/table" "$tmp/flagship/1" "$tmp/flagship/3"
test_that 'flagship: the table has a row of each' says "    mainline $tmp/flagship/3  "
attempt "$replay/cmd/matrix" --from "$tmp/flagship"
test_that 'flagship: the matrix has a cell of each' grep -qE '^punch-fault +0x00 +0x78 +0x00, 1 left$' "$tmp/out"
test_that 'flagship: the matrix of what is as it should be' status_is 0
attempt "$replay/cmd/explain" "$tmp/flagship/3"
test_that 'flagship: one that was kept is explained' status_is 0
test_that 'flagship: how to look around in it' says "debug punch-fault --kernel 6.1 --variant mainline --schedule $tmp/flagship/3/schedule.gdb"
attempt "$replay/cmd/points" --try "$tmp/flagship/3"
test_that 'flagship: where the actors of one that was kept came to' grep -q '^  trylock_failed .*punch' "$tmp/out"
attempt "$replay/cmd/run" --again "$tmp/flagship/3" --keep "$tmp/again-3" --quiet
test_that 'flagship: one that was kept is run again' cmp "$tmp/flagship/3/outcome" "$tmp/again-3/outcome"
status=0
echo actors | "$replay/cmd/debug" "$tmp/flagship/3" >"$tmp/out" 2>&1 || status=$?
test_that 'flagship: debug comes to the race of one that was kept' says 'at swapin_confirmed'

# keys RUN: of what it says of itself, but for how long it took.
keys()
{
	sed -n '/^schedule-line=/d; /^took=/d; s/=.*//p' "$1/meta"
}

keys "$tmp/flagship/3" >"$tmp/keys"
keys "$tmp/again-3" >"$tmp/keys.run"
test_that 'an execution says of itself what a run does' diff "$tmp/keys" "$tmp/keys.run"
for key in tool node host gcc date result; do
	test_that "an execution says of itself: $key" grep -q "^$key=." "$tmp/flagship/3/meta"
done

# junit XPATH: what an XML reader finds in the report of mine.
junit()
{
	xmllint --xpath "$1" "$tmp/of mine/junit.xml"
}

# By a path with blanks, to another one: each command finds it by what was kept alone.
mkdir "$tmp/my races"
cp -r "$tests/scenarios/lost-update" "$tmp/my races/mine"
mv "$tmp/my races/mine/lost-update.c" "$tmp/my races/mine/mine.c"
mv "$tmp/my races/mine/lost-update.gdb" "$tmp/my races/mine/mine.gdb"
attempt env -C "$tmp" "$replay/cmd/explore" 'my races/mine' --out 'of mine'
test_that 'by a path: the lost update is found' says 'outcome 2: FAIL'
attempt "$replay/cmd/run" --again "$tmp/of mine/2" --quiet
test_that 'by a path: run again' says '# FAIL mine, '
attempt env -C / PATH="$replay:$PATH" sh -c "$(sed -n 's/^command=//p' "$tmp/of mine/2/meta")"
test_that 'by a path: its command, pasted elsewhere' says '# FAIL mine, '
status=0
echo actors | "$replay/cmd/debug" "$tmp/of mine/2" >"$tmp/out" 2>&1 || status=$?
test_that 'by a path: debug' says '(replay)'
attempt "$replay/cmd/report" --from "$tmp/of mine" --to "$tmp/of mine"
test_that 'by a path: the report: status' status_is 1
test_that 'by a path: the report finds the scenario' says_not 'no scenario is named'
test_that 'by a path: JUnit says what failed' [ "$(junit 'string(//failure/@message)')" = 'failed: both are counted' ]
test_that 'by a path: JUnit has the host' [ "$(junit 'string(//testsuite/@hostname)')" = "$(uname -n)" ]
test_that 'by a path: JUnit has the time of each' [ "$(junit 'count(//testcase[@time >= 0])')" = 2 ]
test_that 'by a path: each has a command of its own' [ "$(grep -o 'of mine/[12]/schedule.gdb' "$tmp/of mine/report.html" | sort -u | wc -l)" = 2 ]
test_that 'by a path: one is beside the other' grep -q '<summary>Beside mainline 1</summary>' "$tmp/of mine/report.html"
test_that 'by a path: its command' grep -qF "uml-replay debug '$tmp/of mine/2'" "$tmp/of mine/report.html"

# Why there are more boots than guests.
sed -i 's/^\tsum = 0;/& cannot_undo();/' "$tmp/my races/mine/mine.c"
explore undo "$tmp/my races/mine" --jobs 1 --confirm none
test_that 'a boot for each: cannot_undo() is the reason' says 'the guest booted again behind each execution in which the scenario called cannot_undo()'
explore fresh-mine "$tmp/my races/mine" --fresh --confirm none
test_that 'a boot for each: --fresh is the reason' says 'each execution had a boot of its own, as --fresh says'

# A setup that a boot has once: where the scenario says so, or the user. Elsewhere what is in the way, and a
# command that shows it.
sed -i 's|cannot_undo();|if (mkdir("/once", 0755)) broken("cannot make /once"); ok(true, "/once is there"); &|; s/^#include "scenario.h"/&\n#include <sys\/stat.h>/' "$tmp/my races/mine/mine.c"
explore once "$tmp/my races/mine"
test_that 'a setup for each boot: cannot_undo() holds at the rehearsal' says 'gives its outcome under uml-replay run'
test_that 'a setup for each boot: its checks count' grep -q '^ok - .once is there' "$tmp/once/1/outcome"
sed -i 's/cannot_undo();//' "$tmp/my races/mine/mine.c"
explore once-fresh "$tmp/my races/mine" --fresh
test_that 'a setup for each boot: so does --fresh' says 'gives its outcome under uml-replay run'
test_that 'a setup for each boot: the same traces and outcomes' cmp "$tmp/once.log" "$tmp/once-fresh.log"
attempt "$replay/cmd/explore" "$tmp/my races/mine" --out "$tmp/of mine"
test_that 'a setup that is not undone: the status' status_is 2
test_that 'a setup that is not undone: says so' says 'cannot make /once: File exists; .setup is called again in this boot'
attempt env -C / PATH="$replay:$PATH" sh -c "$(sed -n "s/^'\(.*\)' says more\$/\1/p" "$tmp/out")"
test_that 'a setup that is not undone: the command that says more' says 'Bail out! cannot make /once: File exists'

explore gdb punch-fault --confirm gdb --bound all
test_that 'under gdb, too: the same trace' says 'gives its outcome under uml-replay run'
test_that 'with no bound: says that these are all' \
	says 'all executions with any number of preemptions at these points (every label): 3 distinct outcomes'

explore two punch-fault --points "$functions" --jobs 2 --confirm none
explore one punch-fault --points "$functions" --jobs 1 --confirm none
test_that 'one guest or two: the same list' cmp "$tmp/one.list" "$tmp/two.list"
test_that 'one guest or two: the same trace of each execution' cmp "$tmp/one.log" "$tmp/two.log"

explore many slot-reuse --variant enoent --bound 3
test_that 'SIGBUS is found, with no schedule given' says 'outcome user space sees: SIGBUS'
test_that 'and that is no PASS' status_is 1
test_that 'SIGBUS: each schedule gives its outcome' says 'gives its outcome under uml-replay run'
explore fresh slot-reuse --variant enoent --bound 3 --fresh --rehearse --confirm none
test_that 'a boot for each execution: the same list' cmp "$tmp/fresh.list" "$tmp/many.list"
test_that 'a boot for each execution: the same traces and outcomes' cmp "$tmp/fresh.log" "$tmp/many.log"

explore reclaim-fresh any-order --fresh --rehearse --confirm none
explore reclaim any-order
test_that 'with reclaim, a boot for each execution: the same traces and outcomes' \
	cmp "$tmp/reclaim-fresh.log" "$tmp/reclaim.log"
test_that 'with reclaim: each schedule gives its outcome' says 'gives its outcome under uml-replay run'

# The list, without how many executions there were, and which of the equally simple is first.
simplest()
{
	awk '/^outcome / { sub(/^[^:]*/, "\n"); sub(/, [0-9]* executions*/, "") }
		/^[\n ]/ { printf "%s", $0 }' "$tmp/$1.list" | sort >"$tmp/$1.simplest"
}

# stat NAME WHAT: executions or ends, as --stats counts them.
stat()
{
	sed -n 's/^\([0-9]*\) executions* (.* \([0-9]*\) ends*$/executions \1\nends \2/p' "$tmp/$1.list" | sed -n "s/^$2 //p"
}

# leaves_out WHAT OPTION...: fewer executions are run than there are, and no end is missed.
leaves_out()
{
	what=$1
	shift
	explore fewer "$@" --confirm none --stats
	explore every "$@" --confirm none --stats --plain
	simplest fewer
	simplest every
	test_that "$what: the same outcomes as by all executions" cmp "$tmp/fewer.simplest" "$tmp/every.simplest"
	test_that "$what: the same ends" [ "$(stat fewer ends)" -eq "$(stat every ends)" ]
	test_that "$what: fewer executions" [ "$(stat fewer executions)" -lt "$(stat every executions)" ]
}

for bound in 1 2 3 all; do
	leaves_out "three actors, bound $bound" any-order --actors swapin,punch_it,writer \
		--points "$functions" --bound $bound
done
leaves_out 'four actors' any-order-full --bound all
leaves_out 'a pipe' overtaken --points pipe_read,pipe_write

explore called pipe-grow --variant wake-early --points called --jobs 2
test_that 'with no label: the functions that are called tell places apart' says 'not ok - every actor comes to its end'
test_that 'with no label: one preemption' says 'with up to 1 preemption at these points ('
test_that 'with no label: each schedule gives its outcome' says 'gives its outcome under uml-replay run'
explore called-one pipe-grow --variant wake-early --points called --jobs 1 --confirm none
test_that 'with no label: one guest or two, the same list' cmp "$tmp/called.list" "$tmp/called-one.list"

explore called-and pipe-grow --variant wake-early --points called,pipe_read --jobs 2 --confirm none
test_that 'called, and one more' says 'at these points ('
test_that 'called, and one more: that is a point' grep -qx pipe_read "$tmp/called-and/points"
test_that 'called: not what every part of the kernel calls' [ "$(grep -cE '^(pde_ioctl|unuse_pde|handle_syscall)$' "$tmp/called-and/points")" = 0 ]
explore right pipe-grow --points called
test_that 'a kernel that is right: no outcome is FAIL' status_is 0
# Without a schedule, and without a label: between two calls there is an access of memory.
mkdir "$tmp/races"
cp -r "$top/scenarios/fs/pipe-grow" "$tmp/races/no-label"
rm -r "$tmp/races/no-label/labels"
mv "$tmp/races/no-label/pipe-grow.c" "$tmp/races/no-label/no-label.c"
mv "$tmp/races/no-label/pipe-grow.gdb" "$tmp/races/no-label/pipe-grow.old"
echo 'let writer block' >"$tmp/races/no-label/no-label.gdb"
echo fs >"$tmp/races/no-label/subsystem"
explore shared "$tmp/races/no-label" --variant wake-early --points shared --jobs 2 --confirm gdb
test_that 'memory that is shared: the lost wakeup is found' says 'not ok - every actor comes to its end'
test_that 'memory that is shared: the schedule, with gdb and without' says 'gives its outcome under uml-replay run'
test_that 'memory that is shared: the place' grep -qE '^let grow enter pipe_set_size\+[0-9]+$' "$tmp/shared/2/schedule.gdb"
test_that 'memory that is shared: its line' grep -qE '^# pipe_set_size\+[0-9]+: fs/pipe.c:[0-9]+$' "$tmp/shared/2/schedule.gdb"
explore shared-one "$tmp/races/no-label" --variant wake-early --points shared --jobs 1 --confirm none
test_that 'memory that is shared: one guest or two, the same list' cmp "$tmp/shared.list" "$tmp/shared-one.list"
explore shared-fresh "$tmp/races/no-label" --variant wake-early --points shared --fresh --rehearse --confirm none
test_that 'memory that is shared: a boot for each execution, the same traces and outcomes' cmp "$tmp/shared.log" "$tmp/shared-fresh.log"
explore shared-right "$tmp/races/no-label" --points shared
test_that 'memory that is shared, a kernel that is right: no outcome is FAIL' status_is 0
explore ring freed-ring --variant unlocked-grow --points shared --first
test_that 'memory that is shared, with KASAN: the use after free is found' says 'report: BUG: KASAN: use-after-free in '
for place in pipe_write+0 pipe_write+9999 no_function+1 pipe_write+x; do
	echo "let writer enter $place" >"$tmp/place.gdb"
	attempt "$replay/cmd/run" "$tmp/races/no-label" --direct --schedule "$tmp/place.gdb"
	test_that "no access $place: BROKEN" status_is 2
	test_that "no access $place: says so" says "$place"
done

explore lock anon-readahead --confirm none
test_that 'a label where nobody may sleep: said' says 'the actors must not sleep where they pass trylock_failed'
explore timer times-out
test_that 'a sleep ends by a timer while another is held: both outcomes' says '2 distinct outcomes; 10 were run'

explore position one-position
test_that 'what the kernel has in common: both outcomes' says 'in none an actor could be held at a point (every label): they differ only in which actor begins, and where one sleeps or finishes; 2 distinct outcomes'
explore forks forks --bound all
test_that 'once the program has forked: both outcomes' says '2 distinct outcomes; 20 were run'
explore cow fork-cow --points copy_page_range,wp_page_copy --confirm none
test_that 'what an execution leaves reaches the next: said' says 'from here on each has a boot of its own'
test_that 'and why each has one' says 'each execution had a boot of its own, since one left something behind'
test_that 'and each order is then what it is' says 'all executions with up to 2 preemptions at these points (copy_page_range,wp_page_copy): 2 distinct outcomes'
test_that 'and none is BROKEN' status_is 0
explore host host-name
test_that 'what a file of kernel/ alone has in common: both outcomes' says '2 distinct outcomes'
test_that 'and no contradiction' status_is 0
explore update lost-update
test_that 'what the program has in common: both outcomes' says '2 distinct outcomes; 6 were run'

explore part slot-reuse --variant enoent --bound 3 --confirm none --state "$tmp/state" --executions 11
test_that 'not completed: says so' says 'not completed'
explore rest slot-reuse --variant enoent --bound 3 --confirm none --state "$tmp/state"
test_that 'continued: the same list' cmp "$tmp/rest.list" "$tmp/many.list"
# interrupt: an exploration, when it has done some executions.
interrupt()
{
	# What a script starts in the background ignores SIGINT, unless told not to.
	env --default-signal=INT "$replay/uml-replay" explore any-order --bound 1 --points "$functions" \
		--confirm none --out "$tmp/ended" >"$tmp/out" 2>&1 &
	explore=$!
	until [ -n "$(find "$REPLAY_RUNS" -name state -size +8k)" ]; do
		kill -0 "$explore" || return 1
	done
	kill -INT "$explore"
	status=0
	wait "$explore" || status=$?
}

explore whole any-order --bound 1 --points "$functions" --confirm none
interrupt
test_that 'interrupted: the status' status_is 130
test_that 'interrupted: says what is done' says 'not completed'
test_that 'interrupted: says how it goes on' says 'the same command goes on from there'
test_that 'interrupted: no guest is left' nothing_left
explore ended any-order --bound 1 --points "$functions" --confirm none --stats
test_that 'interrupted, and gone on: not from the beginning' says_not ', 0 known)'
grep -v ' a second, ' "$tmp/ended.list" >"$tmp/list"
test_that 'interrupted, and gone on: the same list' cmp "$tmp/list" "$tmp/whole.list"
test_that 'done: nothing is known of the next' [ -z "$(find "$tmp/ended" -name 'state*')" ]

explore other slot-reuse --bound 3 --confirm none --state "$tmp/state"
test_that 'what is known of one variant is not taken for another' status_is 2
test_that 'and that is said' says 'is of other executions'
copy_project
sed -i 's/-fsanitize=thread//' "$copy/replay/libexec/guest-image"
attempt "$copy/replay/cmd/explore" slot-reuse --variant enoent --bound 3 --confirm none --state "$tmp/state"
test_that 'nor of one program for another' says 'is of other executions'

explore root slot-reuse --variant enoent --bound 3 --confirm none --state "$tmp/k0" --executions 5 --split "$tmp/p" 2
# Two processes that know nothing of each other, as those on two machines.
attempt parallel -j 2 "$replay/cmd/explore" slot-reuse --variant enoent --bound 3 --confirm none \
	--from "$tmp/p.{}" --state "$tmp/k{}" --out "$tmp/part{}" ::: 1 2
test_that 'parts: each has been run' says 'executions of a part'
explore merged slot-reuse --variant enoent --bound 3 --confirm none \
	--known "$tmp/k0" --known "$tmp/k1" --known "$tmp/k2" --jobs 1
test_that 'split and merged: the same list' cmp "$tmp/merged.list" "$tmp/many.list"
attempt "$replay/cmd/explore" slot-reuse --variant enoent --bound 3 --confirm none --stats --out "$tmp/merged" \
	--known "$tmp/k0" --known "$tmp/k1" --known "$tmp/k2"
test_that 'merged: nothing is left to be run' says ', 0 boots'

# A prefix of as many choices as there can be arrives whole.
for choices in 1023 1024; do
	printf '0 -%0*d\n' "$choices" 0 >"$tmp/long"
	attempt "$replay/cmd/explore" livelock --bound 0 --from "$tmp/long" --confirm none --out "$tmp/long.out"
	test_that "a prefix of $choices choices" says "livelock: ':again' is passed again and again"
done
printf '0 -%01025d\n' 0 >"$tmp/long"
attempt "$replay/cmd/explore" livelock --bound 0 --from "$tmp/long" --confirm none --out "$tmp/long.out"
test_that 'one of more is refused' says "more than 1024 scheduling points"

explore random slot-reuse --variant enoent --random 60 --pct 3 --seed 7
test_that 'PCT: each schedule gives its outcome' says 'gives its outcome under uml-replay run'
explore again slot-reuse --variant enoent --random 60 --pct 3 --seed 7 --jobs 1 --confirm none
test_that 'PCT: a seed gives the same list again' cmp "$tmp/random.list" "$tmp/again.list"
test_that 'PCT: it does not say that this is all' says 'there may be others'
explore shrunk slot-reuse --variant enoent --random 300 --confirm none
simplest shrunk
simplest many
test_that 'at random: shrunk to the simplest that there are' \
	cmp "$tmp/shrunk.simplest" "$tmp/many.simplest"

explore oops punch-fault --variant bug-on
test_that 'oops: found' says 'panic: BUG!'
test_that 'oops: each schedule gives its outcome' says 'gives its outcome under uml-replay run'
explore deadlock deadlock --bound 1
test_that 'deadlock: found, and no PASS' says 'not ok - every actor comes to its end'
test_that 'deadlock: the guest ends' says 'the guest booted again behind 4 executions, since nothing can undo'
test_that 'deadlock: each schedule gives its outcome' says 'gives its outcome under uml-replay run'

# Into a directory in which somebody has files.
mkdir "$tmp/deadlock/2024-notes"
touch "$tmp/deadlock/1/mine" "$tmp/deadlock/2024-notes/trace" "$tmp/deadlock/2024-notes/schedule.gdb"
attempt "$replay/cmd/explore" deadlock --bound 0 --confirm none --out "$tmp/deadlock"
test_that 'out: what is found is there' [ -e "$tmp/deadlock/1/meta" ]
test_that 'out: and what was found by others is not' [ ! -e "$tmp/deadlock/1/diagram" ]
test_that 'out: what somebody has there stays' \
	ls "$tmp/deadlock/1/mine" "$tmp/deadlock/2024-notes/trace" "$tmp/deadlock/2024-notes/schedule.gdb"
rm "$tmp/deadlock/1/meta"
attempt "$replay/cmd/explore" deadlock --bound 0 --confirm none --out "$tmp/deadlock"
test_that 'out: a place that is taken: the status' status_is 2
test_that 'out: a place that is taken: said before' says "/deadlock/1' is where an outcome would go, and no exploration has made it"
explore wakeup pipe-grow --variant wake-early --bound all --confirm gdb
test_that 'a lost wakeup: found' says 'outcome 2: FAIL'
test_that 'a lost wakeup: each schedule gives its outcome' says 'gives its outcome under uml-replay run'
explore hang loop --bound 0 --hang 1 --confirm none
test_that 'hang: found, and where' says "Bail out! 'spinner' runs and never sleeps, in user space (0x"
test_that 'hang: no check has failed' status_is 2
explore hung loop --bound 0 --hang 1
test_that 'hang: its schedule is kept' grep -qx 'let spinner finish' "$tmp/hung/1/schedule.gdb"
explore hung-kernel loop/kernel --bound 0 --hang 1
test_that 'hang in the kernel: where, as run says it' grep -qE \
	"^    Bail out! 'spinner' runs and never sleeps, in [a-z0-9_]+ \\([a-z0-9/_-]+\\.[ch]:[0-9]+\\): 1 s of processor time are used up$" "$tmp/out"
test_that 'hang in the kernel: the same is kept' grep -q "^Bail out! 'spinner' runs and never sleeps, in [a-z0-9_]* (" "$tmp/hung-kernel/1/outcome"
attempt "$replay/cmd/explore" dies
test_that 'the guest dies before its actors came: as run says it' grep -q '^uml-replay explore: the guest dies before its actors came: Attempted to kill init' "$tmp/out"
test_that 'the guest dies before its actors came: BROKEN' status_is 2
explore dies dies-in-check
test_that 'the program dies in its check: what the check has said is not compared' says 'gives its outcome under uml-replay run'
test_that 'the program dies in its check: FAIL' status_is 1
explore livelock livelock --bound 0 --confirm none
test_that 'livelock: found' says "livelock: ':again' is passed again and again"

attempt "$replay/cmd/explore" punch-fault/store --out "$tmp/store"
test_that 'another schedule of a program: its case' says '    outcome user space sees: 0x79'
test_that 'another schedule of a program: an outcome has its case' grep -qx "case=$(sed -n 's/^case //p' "$tmp/store/1/schedule.gdb")" "$tmp/store/1/meta"
test_that 'another schedule of a program: each schedule gives its outcome' says 'gives its outcome under uml-replay run'
attempt "$replay/cmd/explore" punch-fault --points shmem_getpage_gfp,swapin_lost --confirm none
test_that 'a function by the name that another kernel has for it' says '(shmem_get_folio_gfp,swapin_lost)'
attempt "$replay/cmd/explore" punch-fault --points xa_load,xas_find_conflict --out "$tmp/any"
test_that 'functions of a file that is not recorded' says 'at these points (xa_load,xas_find_conflict)'
test_that 'functions of a file that is not recorded: confirmed' says 'gives its outcome under uml-replay run'
attempt "$replay/cmd/explore" punch-fault --points get_current
test_that 'a function that is always inlined: refused' says "has no label and no function 'get_current'"
attempt "$replay/cmd/explore" punch-fault --bound 64
test_that 'more than can be: says how much can' says "a number up to 63, or 'all'"
mkdir -p "$tmp/scenarios/unready"
cat >"$tmp/scenarios/unready/unready.c" <<-END
#include "scenario.h"
static void setup(void) { broken("it is not ready"); }
static void part(void) { }
static void check(void) { }
const struct scenario scenario = { .setup = setup, .actors = { ACTOR(part) }, .check = check };
END
echo "let part finish" >"$tmp/scenarios/unready/unready.gdb"
attempt env SCENARIOS="$tmp/scenarios" "$replay/cmd/explore" unready
test_that 'a scenario that breaks before its execution: the status' status_is 2
test_that 'a scenario that breaks before its execution: says why' says "ends before its actors begin: Bail out! it is not ready"
attempt "$replay/cmd/explore" lost-update --out "$tmp/again-3"
test_that 'out: a run: refused' says "'$tmp/again-3' is a run; give another directory as --out"
attempt "$replay/cmd/explore" punch-fault --points swapin_confirmd
test_that 'no such point: says which there are' says 'its labels are: swapin_confirmed'
attempt "$replay/cmd/explore" punch-fault --actors punsh
test_that 'no such actor: says who there is' says 'its actors are: swapin punch'
test_that 'nothing is left' nothing_left

done_testing
