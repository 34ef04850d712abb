# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh
#
# What the tests share: TAP, and a run whose output and status are looked at.

tests=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# A test that a command has started is called by nobody.
unset REPLAY_CALLED
replay=${tests%/*}
top=${replay%/*}
SCENARIOS=$tests/scenarios
# Who calls a script from here is its user.
unset REPLAY_INSIDE
export SCENARIOS
tmp=$(mktemp -d)
# Its own, so that what it leaves is told from what other tests are at.
REPLAY_RUNS=$tmp/runs
export REPLAY_RUNS
# How far a build is goes where no test looks: what is said depends on no other.
exec 8>/dev/null
REPLAY_PROGRESS=8
export REPLAY_PROGRESS
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
nr=0

# test_that WHAT COMMAND...: the command succeeds.
test_that()
{
	tested=$1
	shift
	nr=$((nr + 1))
	if "$@" >"$tmp/why" 2>&1; then
		echo "ok $nr - $tested"
	else
		echo "not ok $nr - $tested"
		echo "# failed: $*"
		sed 's/^/#   /' "$tmp/why" "$tmp/out" 2>/dev/null || :
	fi
}

# skip_test WHAT WHY: it cannot be looked at here.
skip_test()
{
	nr=$((nr + 1))
	echo "ok $nr - $1 # SKIP $2"
}

# attempt COMMAND...: its output goes to $tmp/out, its status to $status.
attempt()
{
	status=0
	"$@" >"$tmp/out" 2>&1 </dev/null || status=$?
}

# attempt_with_input COMMAND...: the same, with an input of its own.
attempt_with_input()
{
	status=0
	"$@" >"$tmp/out" 2>&1 || status=$?
}

# status_is N; says TEXT; says_not TEXT: of the last attempt.
status_is()
{
	[ "$status" = "$1" ] || {
		echo "status $status, expected $1"
		return 1
	}
}

says()
{
	grep -qF -- "$1" "$tmp/out"
}

says_not()
{
	! grep -qF -- "$1" "$tmp/out"
}

# No process of a run is left, and no directory of one.
nothing_left()
{
	for process in /proc/[0-9]*; do
		case $(readlink "$process/cwd" 2>/dev/null) in
		"$REPLAY_RUNS"/*)
			ps -o pid,args -p "${process#/proc/}"
			return 1 ;;
		esac
	done
	! ls "$REPLAY_RUNS" | grep .
}

# of_scenario DIR FUNCTION [ARGUMENT]: what a function of the tool says of it.
of_scenario()
{
	( . "$replay/lib/lib.sh" && parts_of "$1" && "$2" ${3+"$3"} )
}

# own_scenarios: the names of those that are here, and not of the tests; but for what the default kernel
# cannot have, and what waits for the wide one. In a check by turns, a third.
own_scenarios()
{
	(
		. "$replay/lib/lib.sh"
		for name in $(SCENARIOS='' scenario_names); do
			case $name in */*) continue ;; esac
			SCENARIOS='' parts_named "$name"
			count_turn
			! in_turn "$nth" || says_wide || [ -n "$(unmet_need "$default_kernel")" ] || echo "$name"
		done
	)
}

# default_kernel: the series that is taken where none is named. other_series: the others that are checked; in
# a check by turns, one each day.
default_kernel()
{
	( . "$replay/lib/lib.sh" && echo "$default_kernel" )
}

other_series()
{
	(
		. "$replay/lib/lib.sh"
		nth=0
		for series in ${REPLAY_SERIES-$(series_names)}; do
			[ "$series" != "$default_kernel" ] || continue
			nth=$((nth + 1))
			! in_turn "$nth" || echo "$series"
		done
	)
}

# objects_of SCENARIO: the name of the objects that its kernel is built from.
objects_of()
{
	of_scenario "$1" objects
}

# copy_files DIR: those of the project, and nothing that was made from them or lies beside them.
copy_files()
{
	( cd "$top" && git -c safe.directory='*' ls-files -z --cached --others --exclude-standard |
		xargs -0 cp -P --parents -t "$1" )
}

# copy_project: a copy in $copy, to be changed; it builds where the project does.
copy_project()
{
	REPLAY_BUILD=${REPLAY_BUILD:-$top/build}
	export REPLAY_BUILD
	copy=$tmp/copy
	mkdir "$copy"
	copy_files "$copy"
}

done_testing()
{
	echo "1..$nr"
}
