#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# The diagram: as it was read and found good for the first race, and true for all.
set -eu
. "$(dirname -- "$0")/tap.sh"

for golden in "$tests"/diagrams/punch-fault.*; do
	variant=${golden##*.}
	attempt "$replay/cmd/timeline" punch-fault --variant "$variant" --direct
	# Each revision of a series has it at another line.
	sed -i 's,shmem\.c:[0-9]*/,shmem.c:NUMBER/,' "$tmp/out"
	test_that "punch-fault, $variant: the diagram" diff -u "$golden" "$tmp/out"
done

# fits: what a mail or a commit message takes as it is.
fits()
{
	! awk 'length($0) > 75 || !/^    [^ ]/ && !/^     / || /\t| $|[^ -~]/ || /^ *---? ?( |$)/' "$1" | grep .
}

# An independent reader of the trace: what has to be seen, in order, as ACTOR TEXT.
events()
{
	awk '
	$4 == "reach" || $4 == "pass" { sub(/^:/, "", $5); print $3, "[" $5 "]" }
	$4 == "enter" { print $3, $5 "()" }
	$4 == "sleep" { print $3, "[sleeps]" }
	$4 == "block" { print $3, "[blocks]" }
	$4 == "wake" { print $3, "[woken]" }
	$4 == "finish" { print $3, "[finished]" }
	full && $4 == "call" { print $3, $5 "()" }' full="$2" "$1"
}

# And of the diagram.
${CC:-gcc} -O2 -o "$tmp/rows-of" "$tests/rows.c"
rows()
{
	"$tmp/rows-of" <"$1"
}

# in_order: each line of the first file is in the second, in this order.
in_order()
{
	awk 'NR == FNR { want[++n] = $0; next } FNR == 1 { at = 1 } $0 == want[at] { at++ }
		END { if (at <= n) { print "not in the diagram, or not in order: " want[at]; exit 1 } }' "$1" "$2"
}

holds()
{
	[ "$(grep -cE '^[0-9]+ [0-9]+ [^ ]+ (held|wake)\b' "$1")" = "$(grep -c '<- .*held' "$2")" ]
}

tab=$(printf '\t')
# the trace and the diagram of a run
agree()
{
	fits "$2" || return 1
	events "$1" "$3" >"$tmp/events"
	rows "$2" >"$tmp/rows"
	[ -s "$tmp/events" ] || return 1
	in_order "$tmp/events" "$tmp/rows" && holds "$1" "$2" || return 1
	# And each line of the trace is one row.
	! "$replay/cmd/timeline" --rows "$1" | grep -v "${tab}fold$tab" | cut -f 1 | uniq -d | grep .
}

cat >"$tmp/entered.gdb" <<EOF
let swapin reach swapin_confirmed
let swapin enter shmem_add_to_page_cache
let punch finish
let swapin finish
EOF
"$replay/cmd/run" punch-fault --schedule "$tmp/entered.gdb" --direct --quiet --keep "$tmp/entered" >/dev/null
"$replay/cmd/timeline" "$tmp/entered" >"$tmp/diagram"
test_that 'a function that is entered: the diagram has the trace' agree "$tmp/entered/trace" "$tmp/diagram" 0
test_that 'a function that is entered is held there' grep -q ' shmem_add_to_page_cache()  <- held' "$tmp/diagram"

for scenario in $(own_scenarios) handover; do
	# A kernel that fails has a diagram, too.
	attempt "$replay/cmd/run" "$scenario" --direct --quiet --keep "$tmp/$scenario"
	[ "$status" != 77 ] || {
		skip_test "$scenario: the diagram" "$(tail -n 1 "$tmp/out")"
		continue
	}
	test_that "$scenario: it runs" [ -s "$tmp/$scenario/trace" ]
	[ -s "$tmp/$scenario/trace" ] || continue
	"$replay/cmd/timeline" "$tmp/$scenario" >"$tmp/diagram"
	test_that "$scenario: the diagram has the trace" agree "$tmp/$scenario/trace" "$tmp/diagram" 0
	"$replay/cmd/timeline" --full "$tmp/$scenario" >"$tmp/diagram"
	test_that "$scenario: --full, too" agree "$tmp/$scenario/trace" "$tmp/diagram" 1
done

attempt "$replay/cmd/timeline" punch-fault/read --direct
test_that 'another schedule of a scenario: its diagram' says '[swapin_confirmed]'
attempt "$replay/cmd/timeline" "$top/scenarios/shmem/punch-fault/read" --direct
test_that 'another schedule, by a path: its diagram' says '[swapin_confirmed]'

# An option of run is of a new run, and does what it says or is refused.
attempt "$replay/cmd/timeline" punch-fault --direct --keep "$tmp/kept run"
test_that '--keep: the run is there' [ -s "$tmp/kept run/trace" ]
cp "$tmp/out" "$tmp/diagram"
attempt "$replay/cmd/timeline" --again "$tmp/kept run"
test_that '--again: the same diagram' diff "$tmp/diagram" "$tmp/out"
attempt "$replay/cmd/timeline" --again "$tmp/kept run" punch-fault
test_that '--again, and a scenario: refused' says "'punch-fault' is too much"
attempt "$replay/cmd/timeline" "$tmp/kept run" --variant enoent
test_that 'a run, and an option of another: refused' says "is a run that was made, and these options are of a new one: --variant enoent"
test_that 'a run, and an option of another: status' status_is 2
for option in '--stop 2' --contexts; do
	# shellcheck disable=SC2086 # the option and its value are words
	attempt "$replay/cmd/timeline" punch-fault $option
	test_that "$option: status" status_is 2
	test_that "$option: refused" says "and ${option%% *} "
done

# The most that can be: eight actors, and names as long as they may be.
cat /dev/null >"$tmp/trace"
for actor in 1 2 3 4 5 6 7 8; do
	cat <<-EOF >>"$tmp/trace"
	1 0 actor_number_$actor call a_function_whose_name_is_as_long_as_a_name_may_be_in_this_kernel
	1 0 actor_number_$actor call another_function_whose_name_is_long_$actor
	1 0 actor_number_$actor reach a_label_of_this_kernel_$actor page=#00$actor entry=0x$actor
	1 0 actor_number_$actor held a_label_of_this_kernel_$actor
	EOF
done
"$replay/cmd/timeline" "$tmp/trace" >"$tmp/diagram"
test_that 'eight actors: it fits' fits "$tmp/diagram"
done_testing
