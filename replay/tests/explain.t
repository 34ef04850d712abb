#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# What a run says on a screen when it is no PASS.
set -eu
. "$(dirname -- "$0")/tap.sh"

# at_most N: lines.
at_most()
{
	[ "$(wc -l <"$tmp/out")" -le "$1" ]
}

never=$tests/schedules/never.gdb
attempt "$replay/cmd/run" punch-fault --schedule "$never"
test_that 'BROKEN: the step' says 'Bail out! step 1 (swapin reach swapin_lost)'
test_that 'BROKEN: the diagram' says '[swapin_confirmed]  <- page A, entry 1'
test_that 'BROKEN: where everybody is' says "punch: held at 'start' since"
test_that 'BROKEN: the reason once' [ "$(grep -c 'the step was to end before' "$tmp/out")" = 1 ]
test_that 'BROKEN: on a screen' at_most 24

command=$(sed -n 's/^# to look around: //p' "$tmp/out")
test_that 'BROKEN: the command to go in' \
	[ "$command" = "$replay/uml-replay debug punch-fault --kernel 6.1 --variant mainline --schedule $never --step 1" ]
# shellcheck disable=SC2086 # the command is words
attempt $command
test_that 'BROKEN: the command goes in' status_is 0
test_that 'BROKEN: to before the step' says 'swapin: kept at start'

attempt "$replay/cmd/run" punch-fault --variant bug-on
test_that 'the kernel died: what it says' says 'BUG: failure at mm/shmem.c'
test_that 'the kernel died: where' grep -qE 'shmem_swapin_folio(\.cold)?\+0x' "$tmp/out"
test_that 'the kernel died: as expected' says 'this is the outcome that is expected of bug-on'
test_that 'the kernel died: on a screen' at_most 48

copy_project
echo 'outcome user space sees: 0x00' >"$copy/scenarios/shmem/punch-fault/expected/bug-on"
attempt "$copy/replay/cmd/run" punch-fault --variant bug-on
test_that 'another outcome: the difference' says '-outcome user space sees: 0x00'
test_that 'another outcome: what was found' says '+panic: BUG!'

attempt "$replay/cmd/run" punch-fault
test_that 'PASS: nothing of this' says_not 'to look around'
done_testing
