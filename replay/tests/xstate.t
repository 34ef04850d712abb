#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# A host may have more registers than the kernel knows of, and than gdb can write.
# Turn 2: it takes long.
set -eu
. "$(dirname -- "$0")/tap.sh"

small=$tests/small-fp.patch
traces=$tmp/traces
mkdir "$traces"

# same_trace NAME: of the last run, and of the one without gdb on the kernel as it is.
same_trace()
{
	cmp "$traces/$1" "$tmp/run/trace"
}

# Every scenario that needs no kernel of its own.
scenarios()
{
	for scenario in $(own_scenarios); do
		[ -e "$(echo "$top"/scenarios/*/"$scenario")/config" ] || echo "$scenario"
	done
}

for scenario in $(scenarios); do
	attempt "$replay/cmd/run" "$scenario" --direct --keep "$tmp/run"
	cp "$tmp/run/trace" "$traces/$scenario"
	expected=$status

	attempt "$replay/cmd/run" "$scenario" --variant "$small" --direct --keep "$tmp/run"
	test_that "$scenario, a buffer that is too small: the same result" status_is "$expected"
	test_that "$scenario, a buffer that is too small: the same trace" same_trace "$scenario"
done

for variant in mainline "$small"; do
	attempt "$replay/cmd/run" registers --variant "$variant" --direct
	test_that "registers, ${variant##*/}: each thread has its own" status_is 0
done

# Where a kernel is built anyway, one more is made of its objects.
for kernel in 5.10 6.12; do
	ls "${REPLAY_BUILD:-$top/build}/kernels/$kernel"/mainline-* >"$tmp/built" 2>&1 || continue
	attempt "$replay/cmd/run" punch-fault --kernel "$kernel" --direct --keep "$tmp/run"
	cp "$tmp/run/trace" "$traces/punch-fault"
	attempt "$replay/cmd/run" punch-fault --kernel "$kernel" --variant "$small" --direct --keep "$tmp/run"
	test_that "kernel $kernel, a buffer that is too small: PASS" status_is 0
	test_that "kernel $kernel, a buffer that is too small: the same trace" same_trace punch-fault
done
attempt "$replay/cmd/run" punch-fault --direct --keep "$tmp/run"
cp "$tmp/run/trace" "$traces/punch-fault"

# nothing_refused: gdb has tried to set none.
nothing_refused()
{
	read -r refused <"$tmp/refused"
	[ "$refused" = 0 ] || {
		echo "gdb was answered EFAULT $refused times"
		return 1
	}
}

${CC:-gcc} -O2 -o "$tmp/efault" "$tests/efault.c"
for scenario in $(scenarios); do
	attempt "$tmp/efault" "$tmp/refused" "$replay/cmd/run" "$scenario" --keep "$tmp/run"
	test_that "$scenario, under a gdb that cannot set registers: the same trace" same_trace "$scenario"
	test_that "$scenario, under a gdb that cannot set registers: none is set" nothing_refused
done

# Nor does a verb of the prompt set one.
# shellcheck disable=SC2016 # gdb expands it
printf '%s\n' actors stacks page entry slot 'assert PageLocked(page_of($swapin))' 'let punch finish' \
	'let swapin enter xas_find_conflict' bt 'let swapin reach swapin_lost' 'print error' replay-rest |
	attempt_with_input "$tmp/efault" "$tmp/refused" "$replay/cmd/debug" punch-fault
test_that 'the prompt, under a gdb that cannot set registers: comes to the end' says '# PASS punch-fault'
test_that 'the prompt, under a gdb that cannot set registers: has the stacks' says 'free_swap_and_cache()'
test_that 'the prompt, under a gdb that cannot set registers: none is set' nothing_refused

test_that 'nothing is left' nothing_left
rm -rf "${REPLAY_BUILD:-$top/build}"/kernels/*/small-fp-*
done_testing
