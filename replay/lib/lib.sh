# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# What all scripts share; each script sources this first, and this sources the other files here.

# Scripts parse the output of programs: it is not translated.
export LC_ALL=C

# A script is in cmd, libexec or tests.
replay=$(CDPATH='' cd -- "${0%/*}" && pwd -P)
me=replay/${replay##*/}/${0##*/}
[ "${replay##*/}" != cmd ] || me="uml-replay ${0##*/}"
replay=${replay%/*}
top=${replay%/*}
read -r flagship <"$top/scenarios/flagship"
default_scenario=

# shellcheck source=replay/lib/end.sh
. "$replay/lib/end.sh"

# What is made is kept in $build; each run is a directory in $runs_folder, which goes
# when it is over.
build=${REPLAY_BUILD:-$top/build}
runs_folder=${REPLAY_RUNS:-$build/runs}

# absolute PATH: as it is meant from the directory that the user is in.
absolute()
{
	case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac
}

# Scripts change the directory: what the environment says of files is made absolute first.
case $build in
/*) ;;
*)
	build=$PWD/$build
	REPLAY_BUILD=$build ;;
esac
case $runs_folder in
/*) ;;
*)
	runs_folder=$PWD/$runs_folder
	REPLAY_RUNS=$runs_folder ;;
esac
case :${SCENARIOS-} in
*:[!/:]*)
	SCENARIOS=$(echo "$SCENARIOS" | tr : '\n' | while IFS= read -r folder; do
		[ -z "$folder" ] || absolute "$folder"
	done | paste -s -d :) ;;
esac

# make_runs NAME: $runs, a directory there that goes with this script, however it ends.
make_runs()
{
	[ -d "$runs_folder" ] || mkdir -p "$runs_folder"
	[ "$(free_kib "$runs_folder")" -ge 1024 ] ||
		die_of_host "$(full "$runs_folder" REPLAY_RUNS)"
	runs=$(mktemp -d "$runs_folder/$1.XXXXXX")
	goes_with_this "$runs"
}

# say MESSAGE...: progress, for whoever watches.
say()
{
	[ ! -t 2 ] || printf '%s\n' "$*" >&2
}

# quietly LOG COMMAND...: what it says goes to the log, but how far a long build is, to whoever watches
# this script. REPLAY_PROGRESS is the descriptor for that; of what a script is called for, none has this
# number.
quietly()
{
	quiet_log=$1
	shift
	REPLAY_PROGRESS=8 "$@" 8>&"${REPLAY_PROGRESS:-2}" >"$quiet_log" 2>&1
}

# broken_by LOG: in a line, why that of which a command has said this is BROKEN.
broken_by()
{
	host_program view
	broken=$("$host_program" why "$1")
	case $broken in
	BROKEN:*) printf '%s\n' "${broken#BROKEN: }" ;;
	*) grep -vE "^(# |\$)" "$1" | tail -n 1 ;;
	esac
}

# need PROGRAM...: each of them is installed.
need()
{
	missing=
	for program; do
		command -v "$program" >/dev/null || missing="$missing $program"
	done
	[ -z "$missing" ] ||
		die_of_host "not installed:$missing; '$called setup' installs what is missing"
}

# lock FILE WHO: until the script ends, by descriptor 9; who has it is told of where that takes time.
lock()
{
	need flock
	exec 9>"$1"
	flock -n 9 || {
		say "$me: waiting for $2"
		flock -w 60 9 || {
			echo "$me: has been waiting for $2 for a minute" >&"${REPLAY_PROGRESS:-2}"
			flock 9
		}
	}
}

# trace_hash FILE: of what happened in a trace. Which functions are called, and not inlined,
# is the compiler's affair where they are no larger than a call; all else is the same on every host.
trace_hash()
{
	host_program view
	"$host_program" without "$1" call return | cut -d ' ' -f 2- | sha256sum | cut -c 1-12
}

# in_columns WIDTH: of lines with a tab, the first fields are as wide as the longest, and no less.
in_columns()
{
	columns=$(cat)
	widest=$(printf '%s\n' "$columns" | sed -n 's/\t.*//p' | wc -L)
	[ "$widest" -gt "$1" ] || widest=$1
	[ -z "$columns" ] || printf '%s\n' "$columns" | expand -t $((widest + 1))
}

# one_line: names on a line, for a message.
one_line()
{
	tr '\n' ' ' | sed 's/ $//'
}

# quote TEXT: $quoted is one word for a shell.
quote()
{
	quoted=$1
	case $1 in
	*[!A-Za-z0-9_./:=,+@%-]*|'')
		unquoted=$1 quoted=
		while :; do
			case $unquoted in *\'*) ;; *) break ;; esac
			quoted="$quoted${unquoted%%\'*}'\\''"
			unquoted=${unquoted#*\'}
		done
		quoted="'$quoted$unquoted'" ;;
	esac
}

# quote_all WORD...: $quoted is all of them, as a shell reads them.
quote_all()
{
	all_quoted=
	for word; do
		quote "$word"
		all_quoted="${all_quoted:+$all_quoted }$quoted"
	done
	quoted=$all_quoted
}

# nearest WORD NAME...: what somebody may have meant by the word, or nothing, where nothing can be compiled, too.
nearest()
{
	( host_program view && "$host_program" nearest-of "$@" ) 2>/dev/null || :
}

# As the user called it, for what is to be pasted.
quote "${REPLAY_CALLED:-$replay/uml-replay}"
called=$quoted

# shellcheck source=replay/lib/options.sh
. "$replay/lib/options.sh"
# shellcheck source=replay/lib/kernels.sh
. "$replay/lib/kernels.sh"
# shellcheck source=replay/lib/scenarios.sh
. "$replay/lib/scenarios.sh"
# shellcheck source=replay/lib/needs.sh
. "$replay/lib/needs.sh"
# shellcheck source=replay/lib/variants.sh
. "$replay/lib/variants.sh"
# shellcheck source=replay/lib/meta.sh
. "$replay/lib/meta.sh"
# shellcheck source=replay/lib/cells.sh
. "$replay/lib/cells.sh"
# shellcheck source=replay/lib/made.sh
. "$replay/lib/made.sh"
# shellcheck source=replay/lib/guests.sh
. "$replay/lib/guests.sh"
# shellcheck source=replay/lib/host.sh
. "$replay/lib/host.sh"
