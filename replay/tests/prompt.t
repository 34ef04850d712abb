#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# The prompt of the debugger on a terminal, where somebody types, and ends what runs by Ctrl-C.
set -eu
. "$(dirname -- "$0")/tap.sh"

if ! command -v tmux >/dev/null; then
	echo '1..0 # SKIP tmux is not installed'
	exit
fi

terminal()
{
	tmux -L "replay-$$" "$@"
}
trap 'terminal kill-server 2>/dev/null || :; rm -rf "$tmp"' EXIT

# comes WHAT COMMAND...: the command succeeds, in a minute at the latest.
comes()
{
	what=$1
	shift
	tries=300
	until "$@" || [ "$tries" = 0 ]; do
		tries=$((tries - 1))
		sleep 0.2
	done
	test_that "$what" [ "$tries" -gt 0 ]
}

shows()
{
	terminal capture-pane -p -S - >"$tmp/out" && says "$1"
}

types()
{
	terminal send-keys "$@" Enter
}

goes_round()
{
	[ "$(grep -hsc ':again' "$tmp"/runs/*/trace)" -gt 1000 ]
}

gone()
{
	! terminal has-session 2>/dev/null
}

TERM=xterm terminal new-session -d -x 100 -y 50 "'$replay/cmd/debug' livelock --step 1"
comes 'before the first step' shows 'retry: kept at start'
types 'let retry finish'
comes 'the actor goes round' goes_round
terminal send-keys C-c
comes 'Ctrl-C: says so' shows 'interrupted'
comes 'Ctrl-C: what is not over' shows "the step 'retry finish' is not over: 'continue' goes on with it"
types 'bt'
comes 'where it is' shows 'userspace ('
types 'let retry finish'
types 'print 40 + 2'
comes 'the prompt is alive' shows '= 42'
types quit
comes 'quit: it ends' gone
test_that 'nothing is left' nothing_left
done_testing
