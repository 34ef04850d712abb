#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Schedules that cannot be followed are BROKEN, and say why; with gdb and without.
set -eu
. "$(dirname -- "$0")/tap.sh"

# broken NAME TEXT...: the schedule is BROKEN, and the run says each TEXT.
broken()
{
	# shellcheck disable=SC2086 # no option is no word
	attempt "$replay/cmd/run" punch-fault --schedule "$tests/schedules/$1.gdb" $direct
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
	broken no-label "no label of this kernel is named 'swapin_confirmd'; did you mean 'swapin_confirmed'?" \
		'its labels are:' trylock_failed
	broken no-actor "no-actor.gdb:2:5: no actor is named 'swapon'; did you mean 'swapin'? the actors are: swapin punch"
	broken no-verb "no verb is named 'arrive'; the verbs are: reach ..., enter ..."
	broken no-target "'reach' takes LABEL: its name is missing here"
	broken twice "'punch' has finished already"
	broken no-function "no-function.gdb:2:18: " "did you mean 'shmem_add_to_page_cache'?"
	broken atomic "cannot hold 'swapin' at 'xas_find_conflict', where it must not sleep" \
		"'&xa->xa_lock'"
	broken enter-atomic "cannot hold 'punch' at 'shmem_recalc_inode', where it must not sleep" \
		"'&info->lock'"
	broken sleeps "'swapin' finished, and the step was to end before"
done

direct=
# shellcheck disable=SC2016 # gdb expands it
broken untrue 'assertion failed: !PageLocked(page_of($swapin))' \
	"swapin: at 'swapin_confirmed'"
for direct in '' --direct; do
	for name in enter renamed atomic-alone; do
		# shellcheck disable=SC2086 # no option is no word
		attempt "$replay/cmd/run" punch-fault --schedule "$tests/schedules/$name.gdb" --keep "$tmp/$name$direct" $direct
		test_that "$name${direct:+, without gdb}: PASS" status_is 0
	done
done
for name in enter renamed atomic-alone; do
	test_that "$name: the same trace without gdb" cmp "$tmp/$name/trace" "$tmp/$name--direct/trace"
done
attempt "$replay/cmd/run" punch-fault --keep "$tmp/label"
test_that 'enter: the same outcome as with labels' cmp "$tmp/enter/outcome" "$tmp/label/outcome"

attempt "$replay/cmd/run" punch-fault --direct --keep "$tmp/direct"
test_that 'stacks: the same without gdb' cmp "$tmp/label/stacks" "$tmp/direct/stacks"
attempt "$replay/cmd/stacks" "$tmp/direct"
test_that 'stacks: with their source lines' says 'free_swap_and_cache()              mm/swapfile.c:'
test_that 'stacks: with the locks that each holds' says "holds 'sb_writers'"
attempt "$replay/cmd/stacks" "$tmp/direct" swapin
test_that 'stacks: of one actor' says_not 'free_swap_and_cache()'

# A source line is found by gdb: that of a label.
cat >"$tmp/breakpoint.gdb" <<'END'
let swapin reach swapin_confirmed
print replay_nr_actors
break shmem_add_to_page_cache
let punch finish
let swapin finish
END
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/breakpoint.gdb" --keep "$tmp/breakpoint"
test_that 'a breakpoint of a schedule: it goes on' status_is 0
test_that 'a breakpoint of a schedule: said' says '# gdb: Breakpoint 2, shmem_add_to_page_cache ('
# shellcheck disable=SC2016 # gdb says it
test_that 'what a schedule prints' says '# gdb: $1 = 2'

line=$(grep -n "replay_point(swapin_confirmed" "$("$replay/cmd/build" 6.1 mainline punch-fault)/source/mm/shmem.c" | head -n 1)
printf 'let swapin enter mm/shmem.c:%s\nlet punch finish\nlet swapin finish\n' "${line%%:*}" >"$tmp/line.gdb"
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/line.gdb" --keep "$tmp/line"
test_that 'a source line: PASS' status_is 0
test_that 'a source line: how it is found is not told' says_not '# gdb:'
test_that 'a source line: held there' grep -q " swapin held mm/shmem.c:${line%%:*}" "$tmp/line/trace"
test_that 'a source line: the same outcome as with labels' cmp "$tmp/line/outcome" "$tmp/label/outcome"
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/line.gdb" --direct
test_that 'a source line, without gdb: BROKEN' status_is 2
test_that 'a source line, without gdb: says who finds it' says "only gdb finds the source line 'mm/shmem.c:${line%%:*}': run without --direct"

# Any function can be recorded.
for direct in '' --direct; do
	attempt "$replay/cmd/run" punch-fault --record 'lib/xarray.c,rcu_read_lock*' --keep "$tmp/record$direct" $direct
	test_that "--record${direct:+, without gdb}: PASS" status_is 0
done
test_that '--record: the calls of a file' grep -q ' swapin call xas_find_conflict atomic' "$tmp/record/trace"
test_that '--record: those of a pattern' grep -q ' call rcu_read_lock_held' "$tmp/record/trace"
test_that '--record: the same trace without gdb' cmp "$tmp/record/trace" "$tmp/record--direct/trace"
attempt "$replay/cmd/run" punch-fault --record mm/nowhere.c
test_that '--record of what is not there: BROKEN' status_is 2
test_that '--record of what is not there: says so' says "no function and no source file 'mm/nowhere.c'"
attempt "$replay/cmd/run" punch-fault --record '*' --direct --keep "$tmp/all"
test_that 'all functions are recorded: PASS' status_is 0
test_that 'all functions are recorded: the same outcome' cmp "$tmp/all/outcome" "$tmp/label/outcome"

# A call in an assertion would be made in the guest.
printf 'let swapin reach swapin_confirmed\nassert replay_now() == 0\n' >"$tmp/call.gdb"
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/call.gdb"
test_that 'an assertion with a call: BROKEN' status_is 2
test_that 'an assertion with a call: says why' says 'call.gdb:2: Cannot call functions in the program'

# written NAME TEXT: a schedule, which stays where it is.
written()
{
	# shellcheck disable=SC2059 # it has new lines
	printf "$2" >"$tmp/$1.gdb"
}

# refused NAME SAYS [OPTION]: nothing boots.
refused()
{
	# shellcheck disable=SC2086 # no option is no word
	attempt "$replay/cmd/run" punch-fault --schedule "$tmp/$1.gdb" --keep "$tmp/refused" ${3-}
	test_that "$1${3:+, $3}: BROKEN" status_is 2
	test_that "$1${3:+, $3}: says where, and what is wrong" says "$1.gdb:$2"
	test_that "$1${3:+, $3}: nothing boots" [ ! -s "$tmp/refused/console" ]
}

written late 'let swapin reach swapin_confirmed\n\n  let  punch finish or\n'
refused late '3:23: a verb is missing here'
written long 'let swapin sleep or block or finish or sleep or block\n'
refused long '1:46: a step has 4 ends at most'
written more 'let swapin finish now\n'
refused more "1:19: 'finish' takes no name: 'now' is too much"
written other 'let swapin finish or enter shmem_undo_rnge\n'
refused other "1:28: 'shmem_undo_rnge' is no function"
refused other "1:28: no function that can be entered" --direct
written beyond 'let punch finish\nlet swapin enter mm/shmem.c:99999\n'
refused beyond "2:18: 'mm/shmem.c:99999' is no function or location"
written empty '# nothing\n\nstacks\n'
refused empty ' the schedule has no step'
written lost 'source nowhere.gdb\n'
refused lost "1:8: cannot read the schedule"
written round 'source round.gdb\n'
refused round "1:8: 8 schedules source one another"
written print 'let swapin finish\nprint 1\nlet punch finish\n'
refused print "2:1: 'print 1' is a command of gdb, and there is none: run without --direct" --direct
test_that 'without gdb there is nothing that it said' eval '! says "No such file"'
written line 'let swapin leave mm/shmem.c:1\n'
refused line "1:18: 'leave' takes a function, and 'mm/shmem.c:1' is a source line"

# It has as many words as C needs, and strings.
# shellcheck disable=SC2016 # gdb expands it
written words 'let swapin reach swapin_confirmed\nassert (unsigned long) 3 + (unsigned long) 4 == (unsigned long) 7 && $_streq("a\\\\b", "a\\\\b")\nlet punch finish\n'
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/words.gdb"
test_that 'an assertion of many words: PASS' status_is 0
written wide "let swapin finish\\nassert 1 == $(printf %0200d 1)\\n"
refused wide '2:8: an assertion has 171 bytes at most'
written broad "let swapin $(printf 'reach :%059d or ' 1 2 3)finish\\n"
refused broad '1:5: a step has 191 bytes at most' --direct
# An assertion is gdb's, and is not dropped without a word.
written false 'let swapin reach swapin_confirmed\nassert 1 == 2\nlet punch finish\n'
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/false.gdb"
test_that 'an assertion that is false: BROKEN' status_is 2
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/false.gdb" --direct --keep "$tmp/false"
test_that 'an assertion that is false, without gdb: PASS' status_is 0
test_that 'an assertion without gdb: the results say that nobody evaluated it' \
	grep -q '^# 1 assertion is not evaluated, since only gdb can' "$tmp/false/results"

# What gdb knows besides is its own.
# shellcheck disable=SC2016 # gdb expands it
written print 'set $twice = 0\nif $twice == 0\n  let swapin finish\nend\nlet punch finish\n'
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/print.gdb"
test_that 'a schedule may say what gdb knows' status_is 0

# Alternatives, and a schedule that sources another; as editors write it.
mkdir "$tmp/sub"
written sub/first 'let swapin leave shmem_swapin_folio or finish\n'
written either '\357\273\277source sub/first.gdb\r\nstacks\r\nlet punch block or finish\r\nlet swapin finish\nlet punch finish\n'
written early 'let punch block or finish\nlet swapin finish\nlet punch finish\n'
written at-entry 'let swapin reach swapin_confirmed\nlet punch enter free_swap_and_cache\nlet punch leave free_swap_and_cache\nlet swapin enter shmem_add_to_page_cache\nlet punch finish\nlet swapin leave shmem_add_to_page_cache\nlet swapin finish\n'
written park 'let reader sleep\nlet unmap_rest park after trylock_failed\nlet reader finish\nlet unmap_rest finish\n'
for direct in '' --direct; do
	attempt "$replay/cmd/run" punch-fault --schedule "$tmp/either.gdb" --keep "$tmp/either$direct" $direct
	test_that "either${direct:+, without gdb}: PASS" status_is 0
	attempt "$replay/cmd/run" punch-fault --schedule "$tmp/early.gdb" --keep "$tmp/early$direct" $direct
	test_that "early${direct:+, without gdb}: who has finished by 'or finish' has" status_is 0
	attempt "$replay/cmd/run" punch-fault --schedule "$tmp/at-entry.gdb" --keep "$tmp/at-entry$direct" $direct
	test_that "at-entry${direct:+, without gdb}: a call that has just begun can be left" status_is 0
	attempt "$replay/cmd/run" anon-readahead --schedule "$tmp/park.gdb" --keep "$tmp/park$direct" $direct
	test_that "park${direct:+, without gdb}: PASS" status_is 0
done
test_that 'early: the same trace without gdb' cmp "$tmp/early/trace" "$tmp/early--direct/trace"
test_that 'either: the same trace without gdb' cmp "$tmp/either/trace" "$tmp/either--direct/trace"
test_that 'leave: held behind the call' grep -q ' swapin leave shmem_swapin_folio$' "$tmp/either/trace"
test_that 'leave: its caller goes on' grep -q ' swapin held shmem_swapin_folio$' "$tmp/either/trace"
attempt "$replay/cmd/stacks" "$tmp/either" swapin
test_that 'leave: the stack is that of the caller' says 'shmem_get_folio_gfp()'
test_that 'leave: and without the call' says_not 'shmem_swapin_folio()'
test_that 'or: the first of two ends' grep -q ' punch block ' "$tmp/either/trace"
test_that 'park: the same trace without gdb' cmp "$tmp/park/trace" "$tmp/park--direct/trace"
test_that 'park: the label is atomic' grep -q ' unmap_rest pass trylock_failed .* atomic' "$tmp/park/trace"
test_that 'park: held at the next function where it may sleep' grep -q ' unmap_rest held [a-z_]*$' "$tmp/park/trace"

test_that 'nothing is left' nothing_left
done_testing
