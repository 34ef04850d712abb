#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# The host's reader, its drawings, and its verdict, from small traces and results.
set -eu
. "$(dirname -- "$0")/tap.sh"
# shellcheck source=replay/lib/lib.sh
. "$replay/lib/lib.sh"
goes_with_this "$tmp"
host_program view

# view WHAT TEXT ARGUMENT...: what is shown has exactly these lines.
view()
{
	said=$1
	printf '%s' "$2" >"$tmp/expected"
	shift 2
	attempt "$host_program" "$@"
	test_that "$said" diff "$tmp/expected" "$tmp/out"
}

# rows WHAT ROWS [OPTION]: of the trace; each row as it is printed, with blanks for tabs.
rows()
{
	said=$1
	printf '%s' "$2" >"$tmp/expected"
	shift 2
	"$host_program" timeline --rows "$@" "$tmp/trace" 2>&1 | tr '\t' ' ' | sed 's/ $//' >"$tmp/out" || :
	test_that "$said" diff "$tmp/expected" "$tmp/out"
}

# Every event, in a trace that has nothing else.
cat >"$tmp/trace" <<'EOT'
1 5 - step 1 a reach here
2 5 a call outer
3 5 a call inner atomic
4 5 a reach here page=#1 entry=0x4b mapping=@2 index=7 error=E17 atomic
5 5 - step 2 b enter function
6 5 a held here
7 5 b call outer
8 5 b enter function
9 5 b held function
10 5 b pass :program value=+5
11 5 a return inner
12 5 a held here
13 5 a sleep wait
14 5 b block wait
15 5 a wake
16 5 b stuck user
17 5 a unrecorded the calls behind
18 5 a enter FILE.c:12
19 5 a finish
20 5 b panic BUG;	at
21 5 - broken nobody; knows
22 5 b unheard of it
23 5 b report WARNING: mm/x.c:7 f
EOT
rows 'each event has its row' '2 a 0 call outer()
3 a 1 call inner()
4 a 2 point [here] page A;entry 1;-EEXIST;held
7 b 0 call outer()
8 b 1 call function() held
10 b 0 point [program] value 5
12 a 1 state [held at here]
13 a 1 state [sleeps] in wait()
14 b 2 state [blocks] in wait()
15 a 1 state [woken] held
16 b 2 state [sleeps for ever] in user space
17 a 0 fold ... calls that are not recorded
18 a 0 point [FILE.c:12]
19 a 0 state [finished]
20 b 2 state [panic] BUG,,at
21 - 0 state [broken] nobody, knows
22 b 2 state [unheard] of it
23 b 2 state [report] WARNING: mm/x.c:7 f
'

# said EVENTS: the table of the events has each of these words.
for event in step call return enter reach pass held sleep wake block stuck finish unrecorded broken report panic boot choice; do
	attempt "$host_program" events
	test_that "the events: $event" grep -q "^  $event  *[A-Z]* " "$tmp/out"
done

# Six calls deep: the first, and as many of the innermost as the path has.
{
	for call in f1 f2 f3 f4 f5 f6 f7; do
		echo "1 0 a call $call"
	done
	echo '1 0 a pass deep'
	for call in g1 g2 g3 g4 g5; do
		echo "1 0 a call $call"
		echo "1 0 a return $call"
	done
	echo '1 0 a pass behind'
} >"$tmp/trace"
rows 'a long way is folded, and so are many calls of one function' '1 a 0 call f1()
2 a 1 fold ...
4 a 2 call f4()
5 a 3 call f5()
6 a 4 call f6()
7 a 5 call f7()
8 a 6 point [deep]
11 a 6 fold ...
13 a 6 call g3()
15 a 6 call g4()
17 a 6 call g5()
19 a 6 point [behind]
'

# A fact is told of an actor when it changes, and the same thing has the same name.
cat >"$tmp/trace" <<'EOT'
1 0 a pass x page=#1 entry=0x1
2 0 a pass x page=#1 entry=0x2
3 0 b pass x page=#2 entry=0x1 error=E999 left=-3
4 0 a pass x page=#2 entry=0x2 error=E1
5 0 a pass x page=#2 entry=0x2 error=E107
EOT
rows 'facts have names' '1 a 0 point [x] page A;entry 1
2 a 0 point [x] entry 2
3 b 0 point [x] page B;entry 1;error -999;left -3
4 a 0 point [x] page B;-EPERM
5 a 0 point [x] -ENOTCONN
'

printf '1 0 a pass x\n2 0 a pa' >"$tmp/trace"
rows 'a line that a full disk cut off is not read' '1 a 0 point [x]
'
for line in 'no event' '1 then a pass x' '1 0 a'; do
	echo "$line" >"$tmp/trace"
	attempt "$host_program" timeline "$tmp/trace"
	test_that "'$line' is no event: status" status_is 2
	test_that "'$line' is no event: where" says 'line 1 of the trace is no event'
done
: >"$tmp/trace"
view 'an empty trace has no diagram' '' timeline "$tmp/trace"

# Columns: remarks go behind a row, below it, or are cut into lines.
cat >"$tmp/trace" <<'EOT'
1 0 left pass short value=+7
2 0 right call a_function_with_a_name_that_is_rather_long
3 0 right pass there
4 0 right panic a kernel that says so much of what it found that it does not fit into a line
EOT
cat >"$tmp/outcome" <<'EOT'
ok - a check
outcome one: 1
outcome another of them, of a length that is just: enough for a line of it
panic: BUG
EOT
view 'columns, and the outcome' '    left      right
    ----      -----
    [short]  <- value 7
              a_function_with_a_name_that_is_rather_long()
                [there]
                [panic]
                <- a kernel that says so much of what it found that it does
                   not fit into a line
    [one: 1;
     another of them, of a length that is just: enough for a line of it]
' timeline "$tmp/trace" "$tmp/outcome"

# A width is that of characters.
printf 'outcome %s: 1\n' 'äöü' >"$tmp/outcome"
mkdir "$tmp/umlaut"
cp "$tmp/outcome" "$tmp/umlaut"
echo PASS >"$tmp/umlaut/result"
view 'characters are counted, and not bytes' '    variant        äöü  result
    -------------  ---  ------
    umlaut         1    PASS
' table "$tmp/umlaut"
printf 'variant=/some/where/of-mine.patch\nresult=PASS\n' >"$tmp/umlaut/meta"
view 'a run knows its variant' '    variant        äöü  result
    -------------  ---  ------
    of-mine        1    PASS
' table "$tmp/umlaut/"
printf 'variant=one-whose-name-is-long\nresult=PASS\n' >"$tmp/umlaut/meta"
view 'a long name keeps its column' '    variant                 äöü  result
    ----------------------  ---  ------
    one-whose-name-is-long  1    PASS
' table "$tmp/umlaut"
cat >"$tmp/gdb" <<'EOT'
Reading symbols from linux...
=lock
Line 7 of "../tree/mm/x.h" is at address 0x1 <lock> but contains no code.
Line 8 of "../tree/mm/x.h" starts at address 0x1 <a> and ends at 0x2 <a+4>.
Line 9 of "../tree/mm/x.h" starts at address 0x1 <a+8> and ends at 0x2 <a+9>.
Line 9 of "../tree/mm/x.h" starts at address 0x1 <b+8> and ends at 0x2 <b+9>.
Line 9 of "../tree/mm/x.h" starts at address 0x1 <c+8> and ends at 0x2 <c+9>.
Line 9 of "../tree/mm/x.h" starts at address 0x1 <d+8> and ends at 0x2 <d+9>.
=unknown
=unlock
Line 5 of "y.c" starts at address 0x1 <e.part.0+8> and ends at 0x2 <e.part.0+9>.
EOT
"$host_program" inlined <"$tmp/gdb" >"$tmp/out"
printf 'lock\tmm/x.h:8\tin a, b, c, and 1 more\nunlock\ty.c:5\tin e.part.0\n' >"$tmp/expected"
test_that 'what is inlined, and into what' cmp "$tmp/expected" "$tmp/out"
# Frames: not those in which an actor is held or sleeps, nor how it came into the kernel.
"$host_program" frames >"$tmp/out" <<'EOT'
__replay_point at /replay/tree/kernel/replay/points.c:7
schedule at /replay/tree/kernel/sched/core.c:1 (discriminator 2)
shmem_fault at /replay/obj/../tree/mm/shmem.c:2173 (discriminator 3)
 (inlined by) do_fault at /replay/tree/mm/memory.c:5
__se_sys_read at /replay/tree/fs/read_write.c:9
?? ??:0
userspace at /replay/tree/arch/um/os-Linux/skas/process.c:4
EOT
printf 'shmem_fault()\tmm/shmem.c:2173\ndo_fault()\tmm/memory.c:5\n' >"$tmp/expected"
test_that 'frames that tell something' cmp "$tmp/expected" "$tmp/out"
cat >"$tmp/console" <<'EOT'
[    0.010000] WARNING: CPU: 0 PID: 1 at arch/um/drivers/virt-pci.c:1
[    0.010000] Run /init as init process
[    0.020000] BUG: KASAN: use-after-free in pipe_read
[    0.020000] CPU: 0 PID: 30
[    0.020000] Stack:
[    0.020000]  60019d3c 60019d3c
[    0.020000] Call Trace:
[    0.020000]  [<0000000060019d3c>] show_stack+0x1/0x2
[    0.020000]  [<0000000060019d3d>] pipe_read+0x1/0x2
[    0.020000] 
[    0.020000]  ? guessed+0x1/0x2
[    0.020000] WARNING: CPU: 0 PID: 30 at mm/x.c:7 f+0x1/0x2
[    0.020000]  __warn.cold+0x22/0x27
[    0.020000]  f+0x1/0x2
[    0.030000] Oops: a word of the kernel's own list
EOT
view 'what the kernel reports' '    BUG: KASAN: use-after-free in pipe_read
      pipe_read+0x1/0x2
    WARNING: CPU: 0 PID: 30 at mm/x.c:7 f+0x1/0x2
     f+0x1/0x2
    Oops: a word of the kernel'\''s own list
' report "$tmp/console"
# Points: memory that two actors access, of whatever kind they are, where they may sleep.
cat >"$tmp/trace" <<'EOT'
1 0 a context work
2 0 b context timer
3 0 a access f+1 write 1000
4 0 b access g+2 read 1000
5 0 b access g+3 read 2000
6 0 b access g+4 write 1000 atomic
7 0 b access left_out+1 write 1000
EOT
printf 'f 1 mm/x.c:1\ng 2 mm/x.c:2\nleft_out 3 lib/x.c:3\n' >"$tmp/functions"
echo 'itself lib/' >"$tmp/rules"
view 'memory that two actors of the kernel share' 'f+1
g+2
' shared 9 "$tmp/rules" "$tmp/functions" "$tmp/trace"
printf '  head\n    a\tone\n    a_long_one()\ttwo\n' | in_columns 10 >"$tmp/out"
printf '  head\n    a            one\n    a_long_one() two\n' >"$tmp/expected"
test_that 'a long name keeps its column in a script' cmp "$tmp/expected" "$tmp/out"

# Two runs: the longest way in common, and functions by any of their names.
mkdir "$tmp/A" "$tmp/B"
printf '1 0 a pass x\n2 0 a pass y\n3 0 a enter old_name\n' >"$tmp/A/trace"
printf '1 0 a pass x\n2 0 a enter new_name\n3 0 a pass z\n' >"$tmp/B/trace"
printf 'ok - c\noutcome o: 1\n' >"$tmp/A/outcome"
printf 'not ok - c\noutcome o: 1\npanic: P\n' >"$tmp/B/outcome"
echo PASS >"$tmp/A/result"
echo FAIL >"$tmp/B/result"
printf '# a comment old_name x\nnew_name old_name\n' >"$tmp/names"
view 'two runs' 'A: one: PASS
B: other: FAIL

    a
    ----
    [x]
A   [y]
    old_name()
B     [z]

They go the same way to [x] of a, and part there.

         A             B
* c      ok            not ok
  o      1             1
* panic                P
' diff "$tmp/names" "$tmp/A" one "$tmp/B" other

# A label that a kernel lacks: its semantic patch does not match there.
mkdir "$tmp/kernel"
echo here >"$tmp/kernel/labels"
printf 'hook some/labels/there.cocci does not match mm/x.c\nhook some/other.cocci does not match y.c\n' \
	>"$tmp/kernel/.replay-unmatched"
echo 'let a reach there' >"$tmp/schedule.gdb"
view 'a label whose hook does not match' \
	"$tmp/schedule.gdb:1:13: no label of this kernel is named 'there'; did you mean 'here'? its labels are: here; hook some/labels/there.cocci does not match mm/x.c
" schedule "$tmp/schedule.gdb" "$tmp/kernel" "$tmp/names" a kernel ''

# Kernels that agree are named together; scenarios with other variants are another table.
printf '%s\t%s\t%s\t%s\n' s m 1 x s m 2 x s n 1 x s n 2 y t m 1 z >"$tmp/cells"
view 'a matrix' 'scenario            m  n
s                   x  1: x; 2: y

scenario            m
t                   z
' matrix "$tmp/cells"

# judged WORD RESULT WHAT RESULTS [DIRECTOR]
judged()
{
	rm -rf "$tmp/run"
	mkdir "$tmp/run"
	printf '%b' "$4" >"$tmp/run/results"
	printf '%s' "${5-}" >"$tmp/run/director"
	: >"$tmp/run/meta"
	( cd "$tmp/run" && "$host_program" judge "$replay" ) >"$tmp/out"
	test_that "$3: $1" [ "$(cat "$tmp/out")" = "$1" ]
	test_that "$3: $2" grep -qx "result=$2" "$tmp/run/meta"
}

judged pass PASS 'a check whose name has the words' 'KTAP version 1\nok 1 a file that is not ok is refused\n1..1\n'
test_that 'the outcome has no number' grep -qx 'ok - a file that is not ok is refused' "$tmp/run/outcome"
judged pass PASS 'a check whose name begins so' 'ok 1 - Bail out! is what it says\n1..1\n'
judged fail FAIL 'a check failed' 'ok 1 a\nnot ok 2 b\n# outcome c: 3\n1..2\n'
test_that 'the outcome, whole' [ "$(tr '\n' '|' <"$tmp/run/outcome")" = 'ok - a|not ok - b|outcome c: 3|' ]
judged fail FAIL 'the kernel died' 'ok 1 a\nnot ok - the kernel survives\n# panic: BUG!\n'
judged fail FAIL 'the kernel died at an address' 'not ok - the kernel survives\n# panic: at 0x434, ip 0x6047ca7d, and 0xf\n'
test_that 'the outcome has no address' grep -qx 'panic: at 0x434, ip 0x..., and 0xf' "$tmp/run/outcome"
judged fail FAIL 'actors sleep for ever' 'not ok - every actor comes to its end\n'
judged none BROKEN 'a check failed, and then nothing' 'ok 1 a\nnot ok 2 b\n'
judged none BROKEN 'no end' 'ok 1 a\n'
judged none BROKEN 'no checks' '1..0\n'
judged bail-out BROKEN 'it bailed out' 'not ok 1 a\nBail out! step 1\n1..1\n'
judged hang BROKEN 'it hangs' 'ok 1 a\n# hang: 60001234 step 1 (one finish): the guest runs and never sleeps, in f\n'
judged personality BROKEN 'no personality' '' 'setarch: failed to set personality to x86_64: Operation not permitted'

# why_is WHAT RESULTS SAID: why the order was not reached, or which checks of the kernel's own failed.
why_is()
{
	printf '%b' "$2" >"$tmp/results"
	view "why: $1" "$3" why "$tmp/results"
}

why_is 'it bailed out' 'not ok 1 a\nBail out! step 1 (a finish): why\nBail out! no more\n' 'BROKEN: step 1 (a finish): why
'
why_is 'the kernel died' 'not ok 1 a\nnot ok - the kernel survives\n# panic: BUG!\n' 'FAIL: the kernel survives
'
why_is 'what a comment shows' 'ok 1 a\n# Bail out! no\n1..1\n' ''

# schedule_of RESULT [EVENT]: of an execution that is known, and ended so while 'one' was let.
schedule_of()
{
	record="1 0 one actor 0
2 0 - choice begin 1 0 start
3 0 one pass here
${2:+4 0 one $2 f
}5 0 - result $1
"
	printf 'explored T, V, points: P\no %d -\n%s' "${#record}" "$record" >"$tmp/known-record"
	rm -rf "$tmp/kept-of-record"
	mkdir "$tmp/kept-of-record"
	"$explore" --title T --version V --points P --known "$tmp/known-record" --out "$tmp/kept-of-record" -- false >"$tmp/out" || :
	cat "$tmp/kept-of-record/1/schedule.gdb"
}
view=$host_program
host_program explore
explore=$host_program host_program=$view
# What kills the kernel, or the program, is a step; where all sleep for ever nobody is let any more.
test_that 'the last step: the kernel dies' [ "$(schedule_of 'not ok - the kernel survives')" = 'let one finish' ]
test_that 'the last step: the program dies' [ "$(schedule_of 'not ok - the program survives')" = 'let one finish' ]
test_that 'the last step: all sleep for ever' [ -z "$(schedule_of 'not ok - every actor comes to its end' stuck)" ]

# A choice has a kind that abi/events.h has, the enabled actors, one of them, and a place.
for choice in 'began 1 0 start' 'begin x 0 start' 'begin 1 1 start'; do
	record="1 0 one actor 0
2 0 - choice $choice
"
	printf 'explored T, V, points: P\no %d -\n%s' "${#record}" "$record" >"$tmp/known-record"
	attempt "$explore" --title T --version V --points P --known "$tmp/known-record" --out "$tmp/kept-of-record" -- false
	test_that "no choice: $choice" says "a guest has said '$choice'"
done

# What the kernel ran beside the actors.
printf '# context %s\n' 'work 3 - f_work' 'kthread 2 a,b NFS cb' 'context 1 - none' 'work 1 -' >"$tmp/results"
view 'what ran beside the actors: as actors are written' '  KTHREAD(NAME, "NFS cb")  2x  asked for by a,b
  WORK(NAME, "f_work")     3x
' contexts "$tmp/results"
echo '# contexts: there is no room' >"$tmp/results"
view 'nothing ran beside the actors, and the list lacks something' '  nothing
  there is no room
' contexts "$tmp/results"

printf 'outcome not ok - x: 1\nok - one\nnot ok - two\npanic: BUG!\n' >"$tmp/outcome"
printf '%s\n' 'outcome seen: 1' 'ok - a' 'not ok - b' >"$tmp/all"
{ cat "$tmp/all"; printf '%s\n' 'not ok - the kernel survives' 'panic: BUG'; } >"$tmp/died"
view 'all of an outcome is defined' 'seen: 1
a: ok
b: not ok
' defined "$tmp/all"
view 'where the kernel dies: from there' 'the kernel survives: not ok
panic: BUG
' defined "$tmp/died"
view 'of no outcome: nothing' '' defined /dev/null
view 'what failed of an outcome' 'two
panic: BUG!
' failed "$tmp/outcome"

# Lines of a trace, for scripts.
cat >"$tmp/trace" <<'EOT'
1 5 - step 1 a reach here
2 5 a call outer
3 5 a reach here page=#1
4 5 b report WARNING: mm/x.c:7 f
5 6 - step 2 end
EOT
view 'what actors say' 'a here page=#1
b WARNING: mm/x.c:7 f
' said "$tmp/trace" report reach
view 'a trace without some events' '3 5 a reach here page=#1
4 5 b report WARNING: mm/x.c:7 f
' without "$tmp/trace" call return step
view 'the steps of a trace' 'let a reach here
' steps "$tmp/trace"

# The outcome of one that hangs is the same wherever it is stopped.
test_that 'a hang: its schedule' [ "$(schedule_of '# hang: 601234 '"'one'"' runs and never sleeps, in f')" = 'let one finish' ]
test_that 'a hang: where' grep -qx "    # hang: 601234 'one' runs and never sleeps, in f" "$tmp/out"

# The locks beside the steps.
printf '%s\n' '1 0 - step 1 one reach here' '2 0 one reach here' '3 0 - step 2 two finish' '4 0 - step 3 one finish' \
	'5 0 one finish' '6 0 - step 4 end' >"$tmp/steps"
printf '%s\n' stacks 'actor one at here' 'held &a' 'last &b' 'frame 601234' 'frame 605678' 'actor two at there' 'frame 609' 'step 2' \
	'actor one at here' 'held &a->lock' 'held b c' 'actor two at there' 'held d' 'last e' 'step 3' lost >"$tmp/stacks"
"$host_program" lanes "$tmp/steps" "$tmp/stacks" | sed -n 's/.*class="remark">\(.*\)<.text>/\1/p' >"$tmp/out"
test_that 'locks stand below the step that finds them' [ "$(paste -s -d '|' "$tmp/out")" = \
	'one holds &amp;a-&gt;lock, b c|two holds d; holds, or sleeps on, e|lockdep has reported something, and notes no more locks' ]
test_that 'stacks: of all, with their locks' [ "$("$host_program" stacks "$tmp/stacks" | grep -v -- --- | paste -s -d '|')" = \
	"    one at [here]|      holds '&a'|      holds, or sleeps on, '&b'|601234|605678|    two at [there]|609" ]
test_that 'stacks: of one' [ "$("$host_program" stacks "$tmp/stacks" one | paste -s -d '|')" = '601234|605678' ]
# shellcheck disable=SC2016 # the inner shell expands it
test_that 'stacks: none' eval '! "$host_program" stacks /dev/null'

# The same everywhere: it looks at no locale.
for command in "timeline $tmp/trace" "table $tmp/A $tmp/B" 'events'; do
	# shellcheck disable=SC2086 # they are words
	"$host_program" $command >"$tmp/plain"
	# shellcheck disable=SC2086
	LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 "$host_program" $command >"$tmp/german"
	test_that "in any locale: ${command%% *}" cmp "$tmp/plain" "$tmp/german"
done
# How far a build is: in a log a line from time to time, also where make says nothing.
cat >"$tmp/make" <<'EOF'
printf '  CC      mm/shmem.o\nwarning\n  LD      vml'
sleep 0.5
printf 'inux\n'
EOF
sh "$tmp/make" | "$host_program" progress 'kernel K' "$tmp/log" 0.2 2>"$tmp/told"
# shellcheck disable=SC2016 # the inner shell expands it
test_that 'progress: the log has all that make says' eval 'sh "$tmp/make" | cmp - "$tmp/log"'
test_that 'progress: a line while make says nothing' grep -qxE 'kernel K: 1 files after [0-9]+ s, now mm/shmem\.o' "$tmp/told"
# shellcheck disable=SC2016
test_that 'progress: not a line for each file' eval '[ "$(wc -l <"$tmp/told")" -le 4 ]'
# On a terminal one line, which is not longer than that is wide.
script -qec "stty cols 24; sh '$tmp/make' | '$host_program' progress 'kernel K' '$tmp/log'" /dev/null </dev/null >"$tmp/told"
test_that 'progress: on a terminal what make is at' grep -q "kernel K: 1 mm/shmem" "$tmp/told"
# shellcheck disable=SC2016
test_that 'progress: as wide as the terminal' eval '! tr "\r" "\n" <"$tmp/told" | grep -E "^.{24}"'
# Who hides what a script says hides none of that.
REPLAY_PROGRESS=2
# shellcheck disable=SC2016
quietly "$tmp/log" sh -c 'echo progress >&"$REPLAY_PROGRESS"; echo hidden; echo hidden >&2' 2>"$tmp/told"
test_that 'progress: it is told to who watches' grep -qx progress "$tmp/told"
# shellcheck disable=SC2016
test_that 'progress: and nothing else' eval '[ "$(wc -l <"$tmp/told") $(grep -c hidden "$tmp/log")" = "1 2" ]'

# What two hosts have the same of a trace: not which functions are inlined.
hash_is()
{
	[ "$(trace_hash "$tmp/trace")" = "$hash" ]
}
printf '1 0 - step 1 a finish\n2 0 a call outer\n3 512 a finish\n' >"$tmp/trace"
hash=$(trace_hash "$tmp/trace")
printf '1 0 - step 1 a finish\n2 512 a finish\n' >"$tmp/trace"
test_that 'the hash of a trace is that of one with another function inlined' hash_is
for other in '513 a finish' '512 b finish'; do
	printf '1 0 - step 1 a finish\n2 %s\n' "$other" >"$tmp/trace"
	test_that "another event has another hash: $other" eval '! hash_is'
done

# Why a kernel did not take a line of its configuration.
mkdir -p "$tmp/tree/arch/um"
cat >"$tmp/tree/Kconfig" <<'END'
source "arch/$(SRCARCH)/Kconfig"
menu "Devices"
	depends on BUS || \
		!UML
if NET
source "net"
endif # NET
endmenu
END
printf 'config ARCH_ONLY\n\tdef_bool n\n' >"$tmp/tree/arch/um/Kconfig"
cat >"$tmp/tree/net" <<'END'
config ONE
	bool "one"
	help
	  There is nothing
	  if nobody looks.

	  config OTHER

config OTHER
	tristate "other"
	depends on ONE && !TWO
	depends on BUS=y
END
printf 'CONFIG_UML=y\nCONFIG_TWO=y\nCONFIG_BUS=m\nCONFIG_HZ=100\n' >"$tmp/config"
view 'why an option is not set: what it depends on, and what of that is not met' \
	'CONFIG_OTHER=y: net:9, depends on ONE && !TWO, depends on BUS=y, depends on NET, depends on BUS || !UML
    ONE is not set, TWO is set, NET is not set, UML is set
CONFIG_ARCH_ONLY=y: arch/um/Kconfig:1
    it has no prompt, and is set where another option selects it
CONFIG_NONE=y: no Kconfig file of this kernel has this option
CONFIG_HZ=1: it has the value 100
' config-needs "$tmp/tree" "$tmp/config" CONFIG_OTHER=y CONFIG_ARCH_ONLY=y CONFIG_NONE=y CONFIG_HZ=1

done_testing
