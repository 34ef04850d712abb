#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# The check itself fails when it should.
set -eu
. "$(dirname -- "$0")/tap.sh"

# One schedule is enough, and those of the tests are not for checking.
unset SCENARIOS
copy_project
find "$copy/scenarios" -mindepth 2 -maxdepth 2 ! -name lib ! -name punch-fault -exec rm -r {} +
rm "$copy"/scenarios/shmem/punch-fault/read.gdb "$copy"/scenarios/shmem/punch-fault/sendfile.gdb "$copy"/scenarios/shmem/punch-fault/store.gdb

check()
{
	attempt "$copy/replay/cmd/check" --only scenarios --keep "$tmp/kept" 6.1
}

check
test_that 'as it is: passes' status_is 0
test_that 'as it is: says how many' says '5 passed, 0 failed, 0 skipped'
attempt "$copy/replay/cmd/check" --only scenarios --all
test_that '--all: every kernel' says '20 passed, 0 failed, 0 skipped'
test_that '--all: nothing by turns' says_not '# turn '

expected=$copy/scenarios/shmem/punch-fault/expected
sed -i 's/^outcome user space sees: .*/outcome user space sees: SIGBUS/' "$expected/enoent"
check
test_that 'a wrong expected outcome: fails' status_is 1
test_that 'a wrong expected outcome: which' says 'not ok 4 punch-fault 6.1 enoent'
test_that 'a wrong expected outcome: which, at the end once more' \
	[ "$(sed '1,/^# the failures once more/d' "$tmp/out" | grep -c '^not ok 4 punch-fault 6.1 enoent$')" = 1 ]
test_that 'a wrong expected outcome: the difference' says '-outcome user space sees: SIGBUS'
test_that 'a wrong expected outcome: how to see it again' \
	says 'uml-replay run punch-fault --kernel 6.1 --variant enoent'
test_that 'a wrong expected outcome: the others pass' says '4 passed, 1 failed, 0 skipped'

cp "$top/scenarios/shmem/punch-fault/expected/enoent" "$expected"
rm "$expected/mainline"
check
test_that 'no expected outcome: fails' status_is 1
test_that 'no expected outcome: says how to make it' says 'uml-replay expect punch-fault --kernel 6.1 --variant '
attempt "$copy/replay/cmd/check" --only scenarios --update 6.1
attempt "$copy/replay/cmd/expect" punch-fault --kernel 6.1
test_that 'expect: says what it finds, and where that is written' says "PASS, as it is in $expected/mainline"
test_that '--update makes it' cmp "$expected/mainline" "$top/scenarios/shmem/punch-fault/expected/mainline"

# An order that is not reached is no outcome.
sed -i 's/^let punch reach trylock_failed/let punch reach swapin_lost/' "$copy/scenarios/shmem/lib/punched.gdb"
check
test_that 'an order that is not reached: fails' status_is 1
test_that 'an order that is not reached: for each variant' says '0 passed, 5 failed, 0 skipped'
test_that 'an order that is not reached: nothing of the check before is kept' [ ! -e "$tmp/kept/2/expected" ]
done_testing
