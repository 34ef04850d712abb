#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Every scenario can be explored, many executions in one boot: each is as in a boot of its
# own, and what is found comes again by uml-replay run.
# Turn 1: it takes long.
set -eu
. "$(dirname -- "$0")/tap.sh"

for scenario in $(own_scenarios); do
	# Who waits in a loop may do so for ever while another could go on: that has no end.
	[ "$scenario" != isotp-release ] || continue
	# And the setup of this one is possible once in a boot.
	[ "$scenario" != rfcomm-listen ] || continue
	# When the kernel tells of a link depends on when it told of one before, in the execution before.
	[ "$scenario" != bonding-unload ] || continue
	attempt "$replay/cmd/explore" "$scenario" --bound 1 --jobs 1 --out "$tmp/found" --log "$tmp/many"
	test_that "$scenario: each schedule gives its outcome" says 'gives its outcome under uml-replay run'
	attempt "$replay/cmd/explore" "$scenario" --bound 1 --jobs 1 --out "$tmp/found" --log "$tmp/fresh" \
		--fresh --rehearse --confirm none
	test_that "$scenario: a boot for each execution: the same traces and outcomes" cmp "$tmp/fresh" "$tmp/many"
done
test_that 'nothing is left' nothing_left

done_testing
