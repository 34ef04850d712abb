#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Actors that are no threads: processes, their children, kernel threads, work items, timers, RCU
# callbacks and softirqs. With gdb and without each comes to the same trace. KERNEL=7.2 in the
# environment says on which kernel; series.t runs this on the others in turn.
set -eu
. "$(dirname -- "$0")/tap.sh"

kernel=${KERNEL:-$(default_kernel)}
# on COMMAND ARGUMENT...: of uml-replay, on that kernel.
on()
{
	command=$1
	shift
	"$replay/uml-replay" "$command" --kernel "$kernel" "$@"
}

# exactly_here WHAT COMMAND...: on the default series; on others, when something comes due first differs.
exactly_here()
{
	[ "$kernel" != "$(default_kernel)" ] || test_that "$@"
}

# both SCENARIO STATUS TEXT VARIANT: its trace is left in $tmp/trace.
both()
{
	attempt on run "$1" ${4+--variant "$4"} --direct --keep "$tmp/direct"
	test_that "$1: status" status_is "${2-0}"
	[ -z "${3-}" ] || test_that "$1: says '$3'" says "$3"
	attempt on run "$1" ${4+--variant "$4"} --keep "$tmp/gdb"
	test_that "$1: the same with gdb" cmp "$tmp/direct/trace" "$tmp/gdb/trace"
	test_that "$1: the same console with gdb" cmp "$tmp/direct/console" "$tmp/gdb/console"
	mv "$tmp/direct/trace" "$tmp/trace"
	rm -rf "$tmp/direct" "$tmp/gdb"
}

# happens PATTERN...: events of the trace, without number and time, in this order.
happens()
{
	cut -d ' ' -f 3- "$tmp/trace" >"$tmp/events"
	printf '%s\n' "$@" >"$tmp/expected"
	awk 'NR == FNR { want[NR] = $0; n = NR; next } $0 ~ "^" want[i + 1] "$" { i++ } END { exit i != n }' \
		"$tmp/expected" "$tmp/events"
}

# Processes.
both killed
test_that 'killed: its end is an event' happens 'victim exit killed by signal 9' 'victim finish'
both two-mms
both child 0 'the read saw: a and b'
test_that 'child: it comes as it is forked' happens 'parent block do_wait' 'reader reach :reads' 'writer finish'
both child/killed
test_that 'child/killed: who is killed before it begins exits once it is let' happens 'parent block do_wait' \
	'reader exit killed by signal 9' 'reader finish'
both stranger
both stranger/held 2 'its child is an actor only if the scenario has CHILD(NAME), and the child calls become()'
both changes-uid 0 'the looker is: 1000'
both changes-uid/finished 0 'the looker is: 0'
both changes-uid/held 2 'a signal is pending, which it handles once it is let'
both execs
test_that 'execs: it is the same actor behind execve()' happens 'execer enter begin_new_exec' 'execer exit status 7'

# Any program: its tasks, in the order in which they are created.
both any-program 0 'exit status 0'
both any-program/torn 1 'exit status 1'
test_that 'any-program: its tasks are actors' happens 't3 due' 't3 held shmem_get(_folio|page)' 't2 finish' 't3 exit status 1'
exactly_here 'any-program: when each is due' happens 't3 due' 't3 held shmem_get_folio' 't2 due' 't3 exit status 1'

# Those of the kernel.
both cgroup-kill 0 'dying: 1 and then 0'
test_that 'cgroup-kill: the callback comes first, then the work, held midway' happens 'atomic due' 'atomic finish' \
	'killed due' 'killed held mem_cgroup_css_offline' 'remover reach :looked' 'killed finish'
both cgroup-kill/third 0 'dying: 1 and then 0'
test_that 'cgroup-kill/third: a step may name a later turn' happens 'atomic finish' 'atomic finish' \
	'killed finish' 'atomic finish' 'remover finish'
exactly_here 'cgroup-kill/third: when each turn is due' happens 'atomic due' 'atomic finish' 'atomic due' 'atomic finish' \
	'killed finish' 'atomic due' 'atomic finish' 'remover finish'
both oom-reaper
test_that 'oom-reaper: the thread is held midway' happens 'reaper due' 'reaper held oom_reap_task_mm' \
	'victim finish' 'reaper finish'
both kthread 0 'the waker sees: 0' bed
test_that 'kthread: the thread is held midway' happens 'worker due' 'worker held bed_work' 'waker finish' 'worker finish'
both kthread/late 0 'the waker sees: 1' bed
test_that 'kthread/late: the first turn of a new thread ends' happens 'worker due' 'worker finish' 'worker due' \
	'waker reach :woken' 'worker finish'
both kthread/exit 0 'the waker sees: 0' bed
test_that 'kthread/exit: its turn ends as it exits' happens 'worker due' 'worker exit status 0' 'worker finish'
both timerfd-late 0 '0 and then 1'
test_that 'timerfd-late: the hrtimer is due, and late' happens 'expiry due' 'reader reach :looked' 'expiry finish' 'reader finish'
both timerfd-late/told 0 '1 and then 0'
both timerfd-late/pending 0 '0 and then 0'
both timerfd-late/armed 0 '1 and then 0'
both wakes-late 0 'the sleeper sees: 1'
test_that 'wakes-late: the hrtimer that ends a sleep is due, and late' happens 'alarm due' 'writer finish' 'alarm finish' 'sleeper finish'
both wakes-late/two 0 'the sleeper sees: 0'
both cgroup-notify 0 'told: 0'
test_that 'cgroup-notify: the timer is due, and late' happens 'notify due' 'watcher finish' 'notify finish'
both cgroup-notify/told 0 'told: 1'
both cgroup-notify/pending 0 'told: 0'
test_that 'cgroup-notify/pending: what nobody lets is pending to the end' happens 'notify due' 'mover finish' '- step 4 end'
both softirq-rcu
test_that 'softirq-rcu: what it calls queues the work' happens 'rcu due' 'rcu finish' 'killed due'

# What is held is pending. The kernel of this variant has a file of /proc that asks for what may be held.
bed()
{
	attempt on run "$1" --variant bed --direct
	test_that "$1: status" status_is "${2-0}"
	shift "$(($# < 2 ? $# : 2))"
	for text; do test_that "says '$text'" says "$text"; done
}
bed pending 0 'outcome ran: nothing' 'outcome returned: 1'
bed pending/flushed 0 'outcome ran: w' 'outcome returned: 1'
bed pending/queued 0 'outcome ran: w' 'outcome returned: 0'
bed pending/requeued 0 'outcome ran: ww' 'outcome returned: 1'
bed pending/timers 0 'outcome ran: 10'
bed pending/rcu 0 'outcome ran: 01'
bed pending/ordered 0 'outcome ran: 12'
bed pending/behind 2 "its work item is queued behind that of 'first', which is not over"
bed pending/cancelled 2 "was taken back by 'user' in pending_write" '#       cancel_work_sync'
bed pending/deleted 2 "was taken back by 'user' in pending_write" '#       detach_if_pending'
attempt on points --contexts pending/delayed --variant bed
test_that 'points --contexts: who arms the timer of delayed work' \
	says 'WORK(NAME, "pending_delayed_fn")      1x  asked for by user'
while read -r scenario outcomes; do
	for plain in '' --plain; do
		attempt on explore "$scenario" --variant bed ${plain:+"$plain"} --bound 1 --confirm direct --out "$tmp/bed$plain"
		test_that "explore $scenario $plain: each schedule gives its outcome" says 'gives its outcome under uml-replay run'
		test_that "explore $scenario $plain: $outcomes outcomes" [ "$(grep -c '^outcome ' "$tmp/out")" = "$outcomes" ]
		rm -rf "$tmp/bed$plain"
	done
done <<'END'
pending 2
pending/queued 2
pending/rcu 1
pending/timers 1
pending/deleted 2
END

# Their twins.
both cgroup-notify/deleted 2 "was taken back by 'mover' in cgroup_rm_file"
both timerfd-late/deleted 2 "was taken back by 'reader' in do_timerfd_settime"
both timerfd-late/never 2 "'expiry' is let, and no turn of it comes: nothing has made 'timerfd_tmrproc' run"
both cgroup-notify/never 2 "'notify' is let, and no turn of it comes: nothing has made 'cgroup_file_notify_timer' run"
both kthread/never 2 "'worker' is let, and no turn of it comes: nothing has woken 'bed'" bed
both kthread/gone 2 "'worker' is let, and has exited" bed
both softirq-rcu/early 2 "'killed' is let, and no turn of it comes"
test_that 'softirq-rcu/early: says what is kept' says 'rcu: due, and not let'
both softirq-rcu/midway 2 "cannot hold 'rcu' at 'percpu_ref_switch_to_atomic_rcu'"
for wrong in 'remover#2/has no turns: it is no actor of the kernel' 'atomic#0/takes the number of a turn, from 1'; do
	echo "let ${wrong%%/*} finish" >"$tmp/wrong.gdb"
	attempt on run cgroup-kill --schedule "$tmp/wrong.gdb" --direct
	test_that "${wrong%%/*}: says '${wrong#*/}'" says "${wrong#*/}"
done
cp -r "$SCENARIOS/softirq-rcu" "$tmp/softirq-rcu"
for wrong in 'SOFTIRQ(rcu, "RUC")/no softirq is named '"'RUC'" \
	'WORK(rcu, "no_such_function")/'"'no_such_function' is no function of this kernel" \
	'WORK(rcu, "css_killed_work_fn")/'"'rcu' and 'killed' are each a work of the same function"; do
	sed "s/SOFTIRQ(rcu, \"RCU\")/${wrong%%/*}/" "$SCENARIOS/softirq-rcu/softirq-rcu.c" >"$tmp/softirq-rcu/softirq-rcu.c"
	attempt on run "$tmp/softirq-rcu" --direct
	test_that "${wrong%%/*}: status" status_is 2
	test_that "${wrong%%/*}: says '${wrong#*/}'" says "${wrong#*/}"
done

cp -r "$SCENARIOS/kthread" "$tmp/kthread"
sed 's/"bed"/"bde"/' "$SCENARIOS/kthread/kthread.c" >"$tmp/kthread/kthread.c"
attempt on run "$tmp/kthread" --variant bed --direct
test_that 'a thread that there is none of: says so' says "'worker' is let, and no kernel thread is named 'bde'; the kernel threads are: kthreadd "
test_that 'a thread that there is none of: says which there are' grep -q '; the kernel threads are:.* bed$' "$tmp/out"

# In another kernel the function may have another name.
cp -r "$SCENARIOS/cgroup-kill" "$tmp/cgroup-kill"
sed 's/"css_killed_work_fn"/"no_such_function|css_killed_work_fn"/' "$SCENARIOS/cgroup-kill/cgroup-kill.c" >"$tmp/cgroup-kill/cgroup-kill.c"
attempt on run "$tmp/cgroup-kill" --direct --keep "$tmp/renamed"
test_that 'the first of several names that the kernel has' grep -q ' killed context work css_killed_work_fn$' "$tmp/renamed/trace"

# What there is to be steered is listed, as an actor is written.
attempt on points --contexts cgroup-notify
test_that 'points --contexts: status' status_is 0
test_that 'points --contexts: the timer, and who arms it' says 'TIMER(NAME, "cgroup_file_notify_timer")  1x  asked for by mover'
attempt on points --contexts cgroup-kill
test_that 'points --contexts: a callback that is kept runs once' says 'RCU(NAME, "percpu_ref_switch_to_atomic_rcu")  2x'
attempt on points --contexts timerfd-late
test_that 'points --contexts: the hrtimer, and who starts it' says 'HRTIMER(NAME, "timerfd_tmrproc")  1x  asked for by reader'
attempt on points --contexts kthread --variant bed
test_that 'points --contexts: the thread, and who wakes it' says 'KTHREAD(NAME, "bed")             1x  asked for by waker'
attempt on points --contexts lost-update
test_that 'points --contexts: nothing is said to be nothing' says '  nothing'

# In a diagram it has what it is.
attempt on timeline cgroup-kill --direct
for column in 'atomic (rcu)' 'killed (work)'; do
	test_that "the diagram says what it is: $column" says "$column"
done
exactly_here 'the diagram says what they are' says 'atomic (rcu)   killed (work)'

# At the prompt of the debugger, too.
printf '%s\n' 'let atomic#2 finish' 'let killed enter mem_cgroup_css_offline' actors 'bt 1' quit |
	on debug cgroup-kill --step 2 >"$tmp/out" 2>&1 || :
for text in 'atomic (rcu): nothing of it has come, or is left' 'killed (work): runs, at mem_cgroup_css_offline' \
	'process_one_work()' 'mem_cgroup_css_offline (css='; do
	test_that "the debugger says '$text'" says "$text"
done

# Every interleaving, reduced or not, comes to the same outcomes, and each runs as a schedule.
for scenario in cgroup-kill cgroup-notify timerfd-late timerfd-late/armed wakes-late wakes-late/two kthread softirq-rcu killed changes-uid child any-program; do
	case $scenario in
	any-program) points='--points shmem_get_folio' ;;
	kthread) points='--variant bed' ;;
	*) points= ;;
	esac
	for plain in '' --plain; do
		# shellcheck disable=SC2086 # they are words, or none
		attempt on explore "$scenario" $points $plain --confirm direct --out "$tmp/found$plain"
		test_that "explore $scenario $plain: each schedule gives its outcome" says 'gives its outcome under uml-replay run'
		grep -E '^(outcome|   )' "$tmp/out" | sed 's/, [0-9]* executions*.*//' >"$tmp/outcomes$plain"
	done
	[ "$scenario" = softirq-rcu ] ||
		test_that "explore $scenario: two outcomes, or more" [ "$(grep -c '^outcome ' "$tmp/outcomes")" -ge 2 ]
	test_that "explore $scenario: the same outcomes with --plain" cmp "$tmp/outcomes" "$tmp/outcomes--plain"
done

attempt on explore oom-reaper --points do_exit --confirm none --out "$tmp/found"
test_that 'explore oom-reaper: it takes the memory before the victim has exited, too' says '; 2 were run'

# Of a program, all tasks or some of them.
attempt on explore any-program --points shmem_get_folio --confirm none --out "$tmp/found"
test_that 'explore all tasks of a program: one preemption' says 'with up to 1 preemption at'
attempt on explore any-program --points shmem_get_folio --actors t1,t2 --confirm none --out "$tmp/found"
test_that 'explore some tasks of a program: the others are no actors' says ' distinct outcome'
attempt on explore any-program --actors t2,t3 --confirm none --out "$tmp/found"
test_that 'explore without the first task: says how' says "run it as --actors t1,t2,t3"

done_testing
