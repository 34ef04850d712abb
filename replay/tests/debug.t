#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# The prompt of the debugger, driven through it.
set -eu
. "$(dirname -- "$0")/tap.sh"

# at_prompt_of SCENARIO OPTIONS COMMAND...: one line each.
at_prompt_of()
{
	scenario=$1 options=$2
	shift 2
	status=0
	# shellcheck disable=SC2086 # the options are words
	printf '%s\n' "$@" | ( cd "$tmp" && "$replay/cmd/debug" "$scenario" $options ) >"$tmp/out" 2>&1 || status=$?
}

at_prompt()
{
	at_prompt_of punch-fault "$@"
}

# in_order TEXT...: the lines with them follow one another.
in_order()
{
	printf '%s\n' "$@" | awk 'NR == FNR { want[++n] = $0; next } FNR == 1 { at = 1 } at <= n && index($0, want[at]) { at++ }
		END { if (at <= n) { print "not there, or not in order: " want[at]; exit 1 } }' - "$tmp/out"
}

# shellcheck disable=SC2016 # gdb expands it
at_prompt '' actors 'let swapin raech x' 'let swapin reach nowhere' 'let swapon finish' \
	'let swapin enter nowhere' 'let swapin enter mm/shmem.c:99999' list 'info source' 'assert PageLocked(page_of($swapin))' 'let punch finish' \
	'let punch finish' 'let swapin enter shmem_add_to_page_cache' list 'let swapin reach swapin_lost' \
	page entry slot 'print error' 'replay-save saved.gdb' replay-rest
test_that 'it ends as the run does' status_is 0
test_that 'it stops where the schedule says stacks' in_order 'punch: at trylock_failed' 'swapin: kept at swapin_confirmed'
test_that 'the source is found' in_order '__try_to_reclaim_swap (...)' 'folio_trylock(folio)' '/source/mm/swapfile.c' \
	'shmem_add_to_page_cache(struct folio *folio'
test_that 'actors: locks, page, entry, slot and stack of each' in_order \
	"punch: runs, at trylock_failed" "holds '&sb->s_type->i_mutex_key'" ': locked uptodate' \
	'of swap area 0' 'shmem_undo_range()' 'swapin: held at swapin_confirmed' \
	"holds '&mm->mmap_lock'" ': locked uptodate' ': empty' 'shmem_fault()'
test_that 'what is mistyped is survived' in_order "no verb is named 'raech'; the verbs are: reach ..." \
	"no label of this kernel is named 'nowhere'; its labels are:" \
	"no actor is named 'swapon'; the actors are: punch swapin" 'Function "nowhere" not defined' ' line 99999 in file "mm/shmem.c"' \
	' = 1' 'punch: finished' 'has finished already'
test_that 'by hand from there' in_order 'swapin: at shmem_add_to_page_cache' 'swapin: at swapin_lost' \
	'swap entry 0x' ' of swap area 0' ': empty' '= -17'
test_that 'the rest of the schedule, which no longer fits' says "a step is left out: 'punch' has finished already"

grep '^let' "$tmp/saved.gdb" >"$tmp/steps"
test_that 'what was saved is what was done' diff - "$tmp/steps" <<EOF
let swapin reach swapin_confirmed
let punch reach trylock_failed
let punch finish
let swapin enter shmem_add_to_page_cache
let swapin reach swapin_lost
EOF
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/saved.gdb" --keep "$tmp/saved"
test_that 'what was saved runs' status_is 0
test_that 'what was saved gives the same outcome' \
	cmp "$tmp/saved/outcome" "$top/scenarios/shmem/punch-fault/expected/mainline"

# What the schedule asserts need not be there any more.
cat >"$tmp/asserts.gdb" <<EOF
let swapin reach swapin_confirmed
stacks
let punch reach trylock_failed
assert *(int *)0 == 0
let punch finish
let swapin finish
EOF
at_prompt "--schedule $tmp/asserts.gdb" 'let punch enter shmem_undo_range' replay-rest 'bt 1' 'let punch finish' 'let swapin finish'
test_that 'an error in the rest of the schedule: a sentence, and the session goes on' in_order \
	"the rest of the schedule ends at $tmp/asserts.gdb:4, 'assert *(int *)0 == 0': Cannot access memory at address 0x0; go on by hand" \
	'punch: at trylock_failed' '__try_to_reclaim_swap (' 'punch: finished' 'swapin: finished'
test_that 'an error in the rest of the schedule: not in the words of gdb' says_not 'Error in sourced command file'

at_prompt '--step 2 --variant delete' 'help replay' list replay-rest
test_that '--step: before it' in_order 'punch: kept at start' 'swapin: at swapin_confirmed'
test_that 'the rest of the schedule' says 'PASS punch-fault, kernel 6.1, variant delete'

# Each verb that the help lists is one, and has its own help.
verbs=$(sed -n 's/^  \([a-z-]*\)[, ].*/\1/p' "$tmp/out" | sort -u)
test_that 'help replay lists verbs' [ "$(echo "$verbs" | wc -l)" -ge 8 ]
at_prompt '' "$(for verb in $verbs folio; do echo "help $verb"; done)"
test_that 'each of them has its help' [ "$(grep -c '^Usage: ' "$tmp/out")" = "$(($(echo "$verbs" | wc -l) + 1))" ]

# gdb's own commands move the actor, and what they did is a step.
at_prompt '' actors
test_that 'whoever quits before the end: status' status_is 0
status=0
"$replay/cmd/debug" dies </dev/null >"$tmp/out" 2>&1 || status=$?
test_that 'a guest that dies before the race: BROKEN' status_is 2
test_that 'a guest that dies before the race: says so' says 'Bail out! the guest dies before its actors came'
status=0
echo 'let down finish' | "$replay/cmd/debug" deadlock --step 4 >"$tmp/out" 2>&1 || status=$?
test_that 'a step that is BROKEN: status' status_is 2
test_that 'a step that is BROKEN: says why' says "'down' sleeps, and nothing but another actor can wake it"

at_prompt '' next step finish 'bt 1' actors 'let swapin reach swapin_lost' continue 'replay-save moved.gdb' replay-rest
test_that 'next, step and finish move the actor at which the guest stands' in_order 'folio_put(folio)' 'Run till exit' \
	'free_swap_and_cache' 'punch: runs' 'swapin: held at swapin_confirmed' 'swapin: at swapin_lost'
test_that 'none of them is in the director' says_not 'kernel/replay/'
test_that 'continue alone lets nobody' says "nobody is let: 'let ACTOR ...' says who goes on"
test_that 'it ends as the run does' says 'PASS punch-fault, kernel 6.1, variant mainline'
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/moved.gdb"
test_that 'what was saved of that runs' status_is 0
test_that 'what was saved of that: a place' grep -q '^let punch enter [m*]' "$tmp/moved.gdb"

# Where no actor is in a function of its own, they are refused, and the next step works.
at_prompt '--step 1' next step finish until 'advance 1' stepi nexti continue 'let swapin reach swapin_confirmed' \
	next 'let punch finish or block' next 'let swapin finish' next
test_that 'before the first step nothing is moved' [ "$(grep -c "no step has let an actor yet; 'let ACTOR ...' says who goes on" "$tmp/out")" = 7 ]
test_that 'the next step works, and the actor is moved then' in_order "nobody is let: 'let ACTOR" 'swapin: at swapin_confirmed' \
	'return (void' 'punch: finished' 'punch has finished;' 'swapin: finished' 'swapin has finished;'
test_that 'nobody was in the director' says_not 'kernel/replay/'

# A move that the actor cannot end.
at_prompt '--step 2' finish 'let punch enter shmem_undo_range' finish next 'let swapin finish' 'let punch finish' 'replay-save slept.gdb'
test_that 'a move in which the actor sleeps' in_order 'Run till exit' 'swapin: kept at gdb:next' 'punch sleeps;' 'swapin: finished' 'punch: finished'
attempt "$replay/cmd/run" punch-fault --schedule "$tmp/slept.gdb"
test_that 'what was saved of that runs' status_is 0
at_prompt '--step 2' 'let punch reach swapin_confirmed' continue next 'let swapin finish'
test_that 'a broken order: all of it is refused' [ "$(grep -c "the order is broken, or the kernel dead: nothing can be let any more" "$tmp/out")" = 3 ]

# A work item.
at_prompt_of softirq-rcu '--step 2' next 'let rcu finish' next 'let killed enter css_killed_work_fn' next stepi finish next 'let remover finish'
test_that 'a work item is moved' in_order 'remover is in its program, at :removed;' 'rcu has finished;' 'css_killed_work_fn (...)' 'cgroup_lock();' \
	'Run till exit' 'killed (work): nothing of it' 'killed has finished;' 'remover: finished'

# gdb stops in the function of no point, and a large struct is read on a screen.
at_prompt '' step step step step step step step step step step step step 'bt 3'
# shellcheck disable=SC2016 # the inner shell expands it
test_that 'step: none of them is of the tool' eval '! grep -E "tree/(kernel|include/linux)/replay" "$tmp/out"'
at_prompt '' 'print *folio'
test_that 'a struct: on a screen' [ "$(sed -n "/= {/,/^}/p" "$tmp/out" | wc -l)" -lt 40 ]
test_that 'a struct: what it has' in_order 'flags = ' 'mapping = ' '_refcount = {...}'

at_prompt '' 'break shmem_add_to_page_cache' 'let swapin finish' 'let punch finish' 'bt 1' actors next continue continue 'let punch finish' replay-rest
test_that 'a breakpoint stops the step, and the next step has to wait' in_order \
	"the step 'swapin finish' is not over" '#0  shmem_add_to_page_cache' "the step 'swapin finish' is not over" \
	'#0  shmem_add_to_page_cache' 'the stacks of all are told behind a step' 'swapin: finished' 'punch: finished'

at_prompt '' 'watch -l folio->flags' 'let swapin finish' delete continue 'let punch finish'
watched()
{
	says 'Could not insert hardware' || in_order 'atchpoint 3: -location folio->flags' 'Old value = ' 'New value = ' \
		"the step 'swapin finish' is not over" 'swapin: finished'
}
test_that 'a watchpoint, where the host has any: what it says' watched

at_prompt '--step 2' delete 'let punch finish' disable next 'let swapin finish' 'print 40 + 2'
test_that 'all breakpoints are deleted or disabled: each step ends' in_order 'punch: finished' 'swapin: ' 'swapin: finished' '= 42'
at_prompt '' run start kill detach 'let punch finish' replay-rest
test_that 'nothing takes the guest away from its race' [ "$(grep -c "the guest is in its race, and cannot come there again" "$tmp/out")" = 4 ]
test_that 'nothing takes the guest away: it ends as the run does' says 'PASS punch-fault, kernel 6.1, variant mainline'

at_prompt '--variant bug-on' 'let swapin finish' 'let swapin finish'
test_that 'a kernel that panics is looked at' in_order 'the kernel panics' 'shmem_swapin_folio (' 'nothing can be let any more'
test_that 'a kernel that panics: status' status_is 1
test_that 'a kernel that panics: the result' says 'FAIL punch-fault, kernel 6.1, variant bug-on'

# A run that was kept, with another variant.
status=0
echo replay-rest | "$replay/cmd/debug" "$tmp/saved" --variant delete >"$tmp/out" 2>&1 || status=$?
test_that 'a run that was kept: an option comes instead of what it was run with' says 'punch-fault, kernel 6.1, variant delete'

at_prompt '--step 9'
test_that 'no such step: BROKEN' status_is 2
test_that 'no such step: how many there are' says 'there is no step 9; the schedule has 4 steps'
test_that 'nothing is left' nothing_left
done_testing
