#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Guests that hang, wait for each other or die, and a director that is killed.
set -eu
. "$(dirname -- "$0")/tap.sh"

printf 'let reader enter schedule\nlet leaver finish\nlet reader finish\n' >"$tmp/asleep.gdb"
for direct in '' --direct; do
	how=${direct:+, without gdb}

	attempt "$replay/cmd/run" deadlock $direct
	test_that "deadlock$how: BROKEN" status_is 2
	test_that "deadlock$how: says who waits" says "'down' sleeps, and nothing but another actor can wake it"
	test_that "deadlock$how: says where" says 'up: sleeps in futex_'
	test_that "deadlock$how: says the step" says 'step 4 (down finish)'

	attempt "$replay/cmd/run" handover $direct
	test_that "handover$how: PASS" status_is 0
	test_that "handover$how: kept when woken" says 'ok 2 a taker who is woken is kept until it is let'

	attempt "$replay/cmd/run" asleep $direct
	test_that "asleep$how: BROKEN" status_is 2
	test_that "asleep$how: says why" says 'the guest has not ended after an hour of its time'

	attempt "$replay/cmd/run" loop --limit 1 $direct
	test_that "loop$how: BROKEN" status_is 2
	test_that "loop$how: says who, and where" says "Bail out! step 1 (spinner finish): 'spinner' runs and never sleeps, in user space (0x"
	test_that "loop$how: is not killed" says_not 'killed by'
	attempt "$replay/cmd/run" loop/kernel --limit 1 $direct
	test_that "loop in the kernel$how: BROKEN" status_is 2
	test_that "loop in the kernel$how: says who, and where" grep -qE \
		"^Bail out! step 1 \\(spinner finish\\): 'spinner' runs and never sleeps, in [a-z0-9_]+ \\([A-Za-z0-9/_-]+\\.[ch]:[0-9]+\\): 1 s of" "$tmp/out"

	attempt "$replay/cmd/run" dies $direct
	test_that "dies$how: BROKEN" status_is 2
	test_that "dies$how: says when" says 'the guest dies before its actors came'

	attempt "$replay/cmd/run" ends-early $direct
	test_that "the program exits behind an actor's finish$how: FAIL" status_is 1
	test_that "the program exits behind an actor's finish$how: says so" says 'the program: it exits with status 3'
	attempt "$replay/cmd/run" ends-early/crash $direct
	test_that "the program crashes behind an actor's finish$how: FAIL" status_is 1
	test_that "the program crashes behind an actor's finish$how: says so" says 'killed by signal 11'

	attempt "$replay/cmd/run" ends-early/held --keep "$tmp/held$direct" $direct
	test_that "an actor faults while another is held$how: FAIL" status_is 1
	test_that "an actor faults while another is held$how: at which address" says 'the program: killed by signal 11 at address 0x1234'
	test_that "an actor faults while another is held$how: its end" grep -q ' other exit killed by signal 11 at address 0x1234$' "$tmp/held$direct/trace"
	test_that "an actor faults while another is held$how: that one dies" grep -q ' one exit killed by signal 11$' "$tmp/held$direct/trace"
	attempt "$replay/cmd/run" ends-early/blocks $direct
	test_that "who is held dies when the schedule lets it$how: FAIL" status_is 1
	test_that "who is held dies when the schedule lets it$how: says so" says 'the program: killed by signal 11 at address 0x1234'

	attempt "$replay/cmd/run" exits --keep "$tmp/exits$direct" $direct
	test_that "an actor exits$how: PASS" status_is 0
	test_that "an actor exits$how: that is an event" grep -q ' leaver exit status 0$' "$tmp/exits$direct/trace"

	# Between set_current_state() and its sleep an actor is woken as a task that was preempted there.
	attempt "$replay/cmd/run" exits --schedule "$tmp/asleep.gdb" $direct
	test_that "held before it sleeps, and woken$how: it does not sleep" status_is 0

	attempt "$replay/cmd/run" slow $direct
	test_that "an actor sleeps for long by itself$how: PASS" status_is 0

	attempt "$replay/cmd/run" punch-fault --variant bug-on $direct
	test_that "oops$how: FAIL" status_is 1
	test_that "oops$how: the kernel's own report" says 'BUG: failure at'
done

attempt "$replay/cmd/run" programs --direct
test_that 'programs of the host, one of them static, a script and a file: PASS' status_is 0
attempt "$replay/cmd/run" programs/fails --direct
test_that 'a program that fails: BROKEN' status_is 2
test_that 'a program that fails: what it says' says "Bail out! 'cat' ended with status 1: cat: /etc/nowhere: No such file"
attempt "$replay/cmd/run" programs/missing --direct
test_that 'a program that the guest has not: BROKEN' status_is 2
test_that 'a program that the guest has not: how it gets it' says "cannot run 'no-such-program'; a file 'programs'"
attempt "$replay/cmd/run" programs/no-interpreter --direct
test_that 'a script whose interpreter the guest has not: BROKEN' status_is 2
test_that 'a script whose interpreter the guest has not: which' says "cannot run '/etc/no-interpreter': it is there, and its interpreter '/bin/no-such-shell' is not"
attempt "$replay/cmd/run" programs/text --direct
test_that 'a text: BROKEN' status_is 2
test_that 'a text: what is expected' says "cannot run '/etc/text'; an ELF program of this machine is expected, or a script"
cp -r "$tests/scenarios/programs" "$tmp"
echo no-such-program >>"$tmp/programs/programs"
attempt "$replay/cmd/run" "$tmp/programs" --direct
test_that 'a program that the host has not: BROKEN' status_is 2
test_that 'a program that the host has not: says so' says "'no-such-program' is to be in the guest (programs), and is not installed here"

attempt "$replay/cmd/run" many --direct --keep "$tmp/many"
test_that 'many calls: PASS' status_is 0
test_that 'many calls: a step has no more than can be read' [ "$(wc -l <"$tmp/many/trace")" -le 100100 ]
test_that 'many calls: the trace says so' grep -q ' caller unrecorded the calls behind the first 100000' "$tmp/many/trace"
# shellcheck disable=SC2016 # the inner shell expands it
test_that 'many calls: the next step has its own' \
	eval 'tail -n 20 "$tmp/many/trace" | grep -q " caller call vfs_llseek"'

# The processes of this run, and of no other that goes on at the same time.
gdb_of_run()
{
	pgrep -P "$run" -x gdb
}

kernel_of_run()
{
	gdb=$(gdb_of_run) && pgrep -P "$gdb" -x linux
}

# killed WHOM: the run is killed in the middle, while the guest loops.
killed()
{
	"$replay/cmd/run" loop --keep "$tmp/killed" >"$tmp/out" 2>&1 &
	run=$!
	victim=
	while [ -z "$victim" ]; do
		kill -0 "$run" || return 1
		victim=$("$1" || :)
	done
	kill -KILL "$victim"
	status=0
	wait "$run" || status=$?
}

killed gdb_of_run
test_that 'gdb is killed: BROKEN' status_is 2
test_that 'gdb is killed: says so' says 'killed by signal 9'
test_that 'gdb is killed: nothing is left' nothing_left

killed kernel_of_run
test_that 'the kernel is killed: BROKEN' status_is 2
test_that 'the kernel is killed: nothing is left' nothing_left

# Ctrl-C, as a terminal sends it.
"$replay/cmd/run" loop >"$tmp/out" 2>&1 &
run=$!
until kernel_of_run >/dev/null; do :; done
kill -TERM "$run"
status=0
wait "$run" || status=$?
test_that 'the run is ended: says so in its status' status_is 143
test_that 'the run is ended: nothing is left' nothing_left

# Two at once, of the same.
"$replay/cmd/run" punch-fault --keep "$tmp/first" >/dev/null &
first=$!
attempt "$replay/cmd/run" punch-fault --keep "$tmp/second"
test_that 'two at once: the second passes' status_is 0
status=0
wait "$first" || status=$?
test_that 'two at once: the first passes' status_is 0
test_that 'two at once: the same trace' cmp "$tmp/first/trace" "$tmp/second/trace"
done_testing
