#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# What a user gets wrong names what is right.
set -eu
. "$(dirname -- "$0")/tap.sh"

for script in "$replay"/cmd/* "$replay"/libexec/*; do
	grep -qs '^# usage:' "$script" || continue
	attempt "$script" --help
	test_that "$(basename "$script") --help" status_is 0
	test_that "$(basename "$script") --help says its usage" grep "^usage: .*[/ ]$(basename "$script")" "$tmp/out"
done

# wrong TEXT COMMAND...: status 2, and it says TEXT.
wrong()
{
	text=$1
	shift
	attempt "$@"
	test_that "$(basename "$1") $2: status" status_is 2
	test_that "$(basename "$1") $2: says '$text'" says "$text"
}

wrong "no scenario is named 'punch-fautl'; the scenarios are:" "$replay/cmd/run" punch-fautl
mkdir -p "$tmp/own/my-race"
: >"$tmp/own/my-race/my-race.gdb"
wrong "no scenario is named 'my-race'; the one in this directory is './my-race'" env -C "$tmp/own" "$replay/uml-replay" run my-race
wrong "no kernel is named '6.2'; the kernels are: 5.10 6.1 6.12 7.2" "$replay/cmd/run" punch-fault --kernel 6.2
wrong "has no variant 'enonet'; its variants are: mainline bug-on" "$replay/cmd/run" punch-fault --variant enonet
wrong "there is no option '--varaint'" "$replay/cmd/run" punch-fault --varaint enoent
wrong "--kernel takes a value" "$replay/cmd/run" punch-fault --kernel
wrong "cannot read the schedule '/nowhere'" "$replay/cmd/run" punch-fault --schedule /nowhere
wrong "no kernel is named '6.2'" "$replay/cmd/check" 6.2
wrong "there is no directory '/nowhere'" "$replay/cmd/run" punch-fault --kernel /nowhere
wrong "--actors names 'punch' twice" "$replay/cmd/run" punch-fault --actors punch,swapin,punch
wrong "SCENARIOS names what is not there: '/nowhere' '/else'" env SCENARIOS=/nowhere:/else "$replay/uml-replay" list
wrong "no scenario is named 'my-race'; SCENARIOS names what is not there: '/nowhere'; the" env SCENARIOS=/nowhere "$replay/uml-replay" run my-race
mkdir -p "$tmp/taken/1"
: >"$tmp/taken/1/mine"
wrong "/taken/1' is where a run would go, and no check has put it there" "$replay/cmd/check" --only scenarios --keep "$tmp/taken" 6.1
test_that 'check --keep: what somebody has there stays' [ -e "$tmp/taken/1/mine" ]
wrong "no part is named 'lent'" "$replay/cmd/check" --only lent
wrong "a number of runs from 1 is expected" "$replay/cmd/verify" punch-fault -n x
wrong "cannot read the trace" "$replay/cmd/timeline" /nowhere
wrong "--pct and --seed are of random executions" "$replay/cmd/explore" punch-fault --pct 3
wrong "--pct and --seed are of random executions" "$replay/cmd/explore" punch-fault --seed 4
wrong "list --names takes no scenario, and this is one: 'punch-fault'" "$replay/cmd/list" --names punch-fault
wrong "list --needs takes no scenario" "$replay/cmd/list" --needs punch-fault
wrong "--schedule is of a run, and none is asked for" "$replay/cmd/points" --schedule none
wrong "--from takes the kernels of '/nowhere', and this is one more: '6.1'" "$replay/cmd/matrix" --from /nowhere 6.1
wrong "no host is named 'buster'; the hosts are: bookworm trixie sid" "$tests/hosts" --suite buster
wrong "no series is named '6.2'" "$tests/hosts" --series 6.2
wrong "--all takes no kernel, and '6.1' is one" "$replay/cmd/check" --all 6.1

# What a subsystem is, in the list of scenarios.
attempt env SCENARIOS= "$replay/cmd/list"
test_that 'each subsystem says what it is' says_not "scenarios in "

# The defaults are written down once, and each help has them from there.
copy_project
sed -i 's/^default.*/default	5.10/' "$copy/uml-config/series"
echo slot-reuse >"$copy/scenarios/flagship"
for command in bench check debug expect explore points reproduce run verify; do
	attempt "$copy/replay/cmd/$command" --help
	test_that "$command --help: the default kernel" grep -qE 'or 5\.10$|on 5\.10 all scenarios' "$tmp/out"
done
attempt "$copy/replay/cmd/points" --help
test_that 'points --help: the default scenario' says 'the working directory is in, or slot-reuse'
attempt "$copy/replay/libexec/commands" --man
test_that 'man page: the default kernel' says '                    directory is in, or 5.10'
no_placeholder() { ! grep -q '@[a-z_]*@' "$tmp/out"; }
test_that 'man page: no placeholder' no_placeholder
attempt make -C "$copy" help
test_that 'make help: the default kernel' says 'KERNEL=5.10 '
test_that 'make help: the default scenario' says 'SCENARIO=slot-reuse '
wrong "no kernel is named 'default'" "$replay/cmd/run" punch-fault --kernel default

attempt make -C "$top" help
test_that 'make help' status_is 0
done_testing
