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
	broken enter-atomic "cannot hold 'punch' at 'shmem_recalc_inode', where it must not sleep" \
		"'&info->lock'"
	broken sleeps "'swapin' finished, and the step was to end before"
done

broken atomic "only gdb can stop at 'xas_find_conflict'" uml-config/instrumented

direct=
# shellcheck disable=SC2016 # gdb expands it
broken untrue 'the schedule asserts what is not so: !PageLocked($swapin->facts.page)' \
	"swapin: at 'swapin_confirmed'"
broken atomic "cannot hold 'swapin' at 'xas_find_conflict', where it must not sleep" \
	"'&xa->xa_lock'"

for name in enter renamed atomic-alone; do
	attempt "$replay/run" punch-fault --schedule "$tests/schedules/$name.gdb" --keep "$tmp/$name"
	test_that "$name: PASS" status_is 0
done
attempt "$replay/run" punch-fault --keep "$tmp/label"
test_that 'enter: the same outcome as with labels' cmp "$tmp/enter/outcome" "$tmp/label/outcome"

attempt "$replay/run" punch-fault --schedule "$tests/schedules/enter.gdb" --direct --keep "$tmp/direct"
test_that 'enter, without gdb: PASS' status_is 0
test_that 'enter, without gdb: the same trace' cmp "$tmp/enter/trace" "$tmp/direct/trace"

test_that 'nothing is left' nothing_left
done_testing
