#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Devices and peers that a scenario's guest may have: each is set up by its few lines, and works. That
# takes the wide kernel; where nobody has built it, this does not either.
set -eu
. "$(dirname -- "$0")/tap.sh"

if ! REPLAY_FIRST_WIDE=skip "$replay/cmd/build" 6.1 mainline devices >"$tmp/out" 2>&1; then
	echo "1..0 # SKIP $(tail -n 1 "$tmp/out")"
	exit
fi
for of in devices devices/sound devices/block devices/nvme devices/net devices/peers userfault; do
	attempt "$replay/cmd/run" "$of" --direct
	test_that "$of" status_is 0
	# Which of them it is.
	sed -n 's/^\(not \)\{0,1\}ok /# &/p; /^Bail out!/s/^/# /p' "$tmp/out"
done
attempt "$replay/cmd/run" userfault/held --direct
test_that 'userfault/held: nobody gives the page back' says "'writer' sleeps, and nothing but another actor can wake it"
# Its schedule says why gdb.
attempt "$replay/cmd/run" devices/smb
test_that devices/smb status_is 0
test_that 'nothing is left' nothing_left
done_testing
