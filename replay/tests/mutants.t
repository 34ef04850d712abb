#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Each check of a scenario fails on a kernel that is broken so that it should.
# Turn 2: it builds kernels.
set -eu
. "$(dirname -- "$0")/tap.sh"

REPLAY_BUILD=${REPLAY_BUILD:-$top/build}

# fails SCENARIO MUTANT CHECK
fails()
{
	attempt "$replay/cmd/run" "$1" --variant "$tests/mutants/$2.patch" --direct
	test_that "$2: $1 fails" status_is 1
	test_that "$2: '$3' is not ok" grep -q "^not ok [0-9]* $3\$" "$tmp/out"
}

fails punch-fault no-retry 'the access survives'
fails punch-fault/store punch-swapped-only 'a punched hole reads as zeroes'
fails punch-fault lose-blocks 'an empty file has no blocks'
fails punch-fault leak-slot 'reclaim gets back every slot'
# What leaks cannot be undone: the next execution is as in a boot of its own.
for how in '' '--fresh --rehearse'; do
	# shellcheck disable=SC2086 # they are words
	attempt "$replay/cmd/explore" punch-fault --variant "$tests/mutants/leak-slot.patch" --out "$tmp/leak" --log "$tmp/leak${how:+-fresh}.log" $how
	test_that "leak-slot: found by exploring $how" says 'not ok - reclaim gets back every slot'
	test_that "leak-slot: each schedule gives its outcome $how" says 'gives its outcome under uml-replay run'
	sort -o "$tmp/leak${how:+-fresh}.log" "$tmp/leak${how:+-fresh}.log"
done
test_that 'leak-slot: a boot for each execution: the same traces and outcomes' cmp "$tmp/leak.log" "$tmp/leak-fresh.log"
fails punch-write/allocate lose-again 'swapin does not lose its entry over and over'
fails pipe-grow warn 'the kernel reports nothing wrong'
test_that "warn: the kernel's own report" says 'WARNING: CPU: 0'
fails pipe-grow free-held 'the kernel reports nothing wrong'
test_that "free-held: lockdep's report" says 'WARNING: held lock freed!'

rm -rf "$REPLAY_BUILD"/kernels/6.1/no-retry-* "$REPLAY_BUILD"/kernels/6.1/punch-swapped-only-* \
	"$REPLAY_BUILD"/kernels/6.1/lose-blocks-* "$REPLAY_BUILD"/kernels/6.1/leak-slot-* \
	"$REPLAY_BUILD"/kernels/6.1/lose-again-* "$REPLAY_BUILD"/kernels/6.1/warn-* \
	"$REPLAY_BUILD"/kernels/6.1/free-held-*
done_testing
