#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Devices that a scenario's guest may have, set up and played by replay/guest/devices. That takes the wide
# kernel; where nobody has built it, this does not either.
set -eu
. "$(dirname -- "$0")/tap.sh"

if ! REPLAY_FIRST_WIDE=skip "$replay/cmd/build" 6.1 mainline devices >"$tmp/out" 2>&1; then
	echo "1..0 # SKIP $(tail -n 1 "$tmp/out")"
	exit
fi
attempt "$replay/cmd/run" devices --direct
test_that 'a device is set up, and one is played' status_is 0
test_that 'nothing is left' nothing_left
done_testing
