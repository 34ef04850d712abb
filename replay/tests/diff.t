#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Two runs in one diagram.
set -eu
. "$(dirname -- "$0")/tap.sh"

for variant in mainline enoent; do
	"$replay/cmd/run" slot-reuse --variant "$variant" --direct --quiet --keep "$tmp/$variant" >"$tmp/log" || :
done
attempt "$replay/cmd/diff" "$tmp/mainline" "$tmp/enoent"
cp "$tmp/out" "$tmp/both"
test_that 'two variants: 0' status_is 0
test_that 'two variants: where they part' \
	says 'They go the same way to shmem_add_to_page_cache() of swapin, and part there.'
test_that 'two variants: what each does' says 'A               [swapin_lost]  <- -EEXIST'
test_that 'two variants: and the other' says 'B               [swapin_lost]  <- -ENOENT'
test_that 'two variants: what each saw' \
	grep -qE '^\* user space sees +0x72 +SIGBUS$' "$tmp/out"
test_that 'two variants: what is the same' grep -qE '^  left in swap +1 +1$' "$tmp/out"

# only LETTER RUN: without the rows of the other it is the diagram of the run.
only()
{
	"$replay/cmd/timeline" "$tmp/$2/trace" >"$tmp/alone"
	sed -n "/^They/q; /^    /p; s/^$1   /    /p" "$tmp/both" | diff "$tmp/alone" -
}

test_that 'the rows of A are its diagram' only A mainline
test_that 'the rows of B are its diagram' only B enoent

attempt "$replay/cmd/diff" "$tmp/enoent" "$tmp/enoent"
test_that 'twice the same' says 'They go the same way.'
# shellcheck disable=SC2016 # the inner shell expands it
test_that 'twice the same: no row is marked' eval '! grep -q "^[AB*] " "$tmp/out"'

attempt "$replay/cmd/diff" punch-fault bug-on
test_that 'runs made for it' says 'B: punch-fault, kernel 6.1, variant bug-on: FAIL'
test_that 'runs made for it: the death' says 'B               [panic]  <- BUG!'
attempt "$replay/cmd/diff" "punch-fault+$tests/schedules/enter.gdb" "$tmp/mainline"
test_that 'a schedule, and a directory' says "A: punch-fault, kernel 6.1, variant mainline, schedule $tests/schedules/enter.gdb: PASS"
status=0
"$replay/cmd/diff" "punch-fault+$tests/schedules/never.gdb" enoent >"$tmp/shown" 2>"$tmp/out" || status=$?
test_that 'a run whose order is not reached: BROKEN' status_is 2
test_that 'a run whose order is not reached: what it says' says 'Bail out! step 1 (swapin reach swapin_lost)'
test_that 'a run whose order is not reached: nothing is shown' [ ! -s "$tmp/shown" ]
attempt "$replay/cmd/diff" punch-fault enonet
test_that 'a variant that is none: BROKEN' status_is 2
test_that 'a variant that is none: which there are' says "has no variant 'enonet'; its variants are: mainline"
done_testing
