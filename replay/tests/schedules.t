#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Schedules that cannot be followed are BROKEN, and say why; with gdb and without.
set -eu
. "$(dirname -- "$0")/tap.sh"

# broken NAME TEXT...: the schedule is BROKEN, and the run says each TEXT.
broken()
{
	# shellcheck disable=SC2086 # no option is no word
	attempt "$replay/run" punch-fault --schedule "$tests/schedules/$1.gdb" $direct
	name=$1${direct:+, without gdb}
	shift
	test_that "$name: BROKEN" status_is 2
	for text; do
		test_that "$name: says '$text'" says "$text"
	done
}

for direct in '' --direct; do
	broken never "'swapin' finished, and the step was to end before" \
		'swapin: finished' "punch: held at 'start' since"
	broken no-label "no label of this kernel is named 'swapin_confirmd'" \
		swapin_confirmed trylock_failed
	broken no-actor "no actor is named 'swapon'; the actors are:" punch swapin
	broken no-verb "no verb is named 'arrive'; the verbs are: reach LABEL, enter FUNCTION"
	broken no-target "'reach' takes the name of a point"
	broken twice "'punch' has finished already"
	broken no-function 'shmem_add_to_page_cash is no function or location of this kernel' \
		'functions of this kernel that begin so: shmem_add_to_page_cache'
	broken atomic "cannot hold 'swapin' at 'xas_find_conflict', where it must not sleep" \
		"'&xa->xa_lock'"
	broken enter-atomic "cannot hold 'punch' at 'shmem_recalc_inode', where it must not sleep" \
		"'&info->lock'"
	broken sleeps "'swapin' finished, and the step was to end before"
done

direct=
# shellcheck disable=SC2016 # gdb expands it
broken untrue 'the schedule asserts what is not so: !PageLocked($swapin->facts.page)' \
	"swapin: at 'swapin_confirmed'"
for direct in '' --direct; do
	for name in enter renamed atomic-alone; do
		# shellcheck disable=SC2086 # no option is no word
		attempt "$replay/run" punch-fault --schedule "$tests/schedules/$name.gdb" --keep "$tmp/$name$direct" $direct
		test_that "$name${direct:+, without gdb}: PASS" status_is 0
	done
done
for name in enter renamed atomic-alone; do
	test_that "$name: the same trace without gdb" cmp "$tmp/$name/trace" "$tmp/$name--direct/trace"
done
attempt "$replay/run" punch-fault --keep "$tmp/label"
test_that 'enter: the same outcome as with labels' cmp "$tmp/enter/outcome" "$tmp/label/outcome"

attempt "$replay/run" punch-fault --direct --keep "$tmp/direct"
test_that 'stacks: the same without gdb' cmp "$tmp/label/stacks" "$tmp/direct/stacks"
attempt "$replay/stacks" "$tmp/direct"
test_that 'stacks: with their source lines' says 'free_swap_and_cache()              mm/swapfile.c:'
attempt "$replay/stacks" "$tmp/direct" swapin
test_that 'stacks: of one actor' says_not 'free_swap_and_cache()'

# A source line is found by gdb: that of a label.
line=$(grep -n "replay_point(swapin_confirmed" "$("$replay/build" 6.1 mainline punch-fault)/source/mm/shmem.c" | head -n 1)
printf 'let swapin enter mm/shmem.c:%s\nlet punch finish\nlet swapin finish\n' "${line%%:*}" >"$tmp/line.gdb"
attempt "$replay/run" punch-fault --schedule "$tmp/line.gdb" --keep "$tmp/line"
test_that 'a source line: PASS' status_is 0
test_that 'a source line: held there' grep -q " swapin held mm/shmem.c:${line%%:*}" "$tmp/line/trace"
test_that 'a source line: the same outcome as with labels' cmp "$tmp/line/outcome" "$tmp/label/outcome"
attempt "$replay/run" punch-fault --schedule "$tmp/line.gdb" --direct
test_that 'a source line, without gdb: BROKEN' status_is 2
test_that 'a source line, without gdb: says who finds it' says "only gdb finds the source line 'mm/shmem.c:${line%%:*}': run without --direct"

# Any function can be recorded.
for direct in '' --direct; do
	attempt "$replay/run" punch-fault --record 'lib/xarray.c,rcu_read_lock*' --keep "$tmp/record$direct" $direct
	test_that "--record${direct:+, without gdb}: PASS" status_is 0
done
test_that '--record: the calls of a file' grep -q ' swapin call xas_find_conflict atomic' "$tmp/record/trace"
test_that '--record: those of a pattern' grep -q ' call rcu_read_lock_held' "$tmp/record/trace"
test_that '--record: the same trace without gdb' cmp "$tmp/record/trace" "$tmp/record--direct/trace"
attempt "$replay/run" punch-fault --record mm/nowhere.c
test_that '--record of what is not there: BROKEN' status_is 2
test_that '--record of what is not there: says so' says "no function and no source file 'mm/nowhere.c'"
attempt "$replay/run" punch-fault --record '*' --direct --keep "$tmp/all"
test_that 'all functions are recorded: PASS' status_is 0
test_that 'all functions are recorded: the same outcome' cmp "$tmp/all/outcome" "$tmp/label/outcome"

# A call in an assertion would be made in the guest.
printf 'let swapin reach swapin_confirmed\nassert replay_now() == 0\n' >"$tmp/call.gdb"
attempt "$replay/run" punch-fault --schedule "$tmp/call.gdb"
test_that 'an assertion with a call: BROKEN' status_is 2
test_that 'an assertion with a call: says why' says 'line 2 of the schedule: Cannot call functions in the program'

test_that 'nothing is left' nothing_left
done_testing
