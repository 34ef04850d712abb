# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# How a script ends. Every script ends through here, also if nobody planned it: a program failed
# whose status the script does not check, a disk is full, a variable is not set. Most programs exit
# with 1 if they fail; a script here does so only by 'end', if a check of a scenario failed.

# Exit statuses of every script. By HOST a script tells its caller that the host is at fault, and
# neither the scenario nor the kernel; the user's command then exits with BROKEN.
FAIL=1
BROKEN=2
HOST=3
SKIP=77
# Of a subshell that has said why it ends, to its own script, whose end is BROKEN then.
TOLD=78

planned='' transient='' outermost=${REPLAY_INSIDE-1}
export REPLAY_INSIDE=
trap ended EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
trap 'exit 141' PIPE

# echo and printf are the shell's own. Where nobody reads any more, as behind '| head', the shell gets SIGPIPE:
# it would die without 'ended', and with a trap each of the two says 'I/O error' first. If they cannot write,
# the script ends, and why_ended() says why.
echo()
{
	command echo "$@" 2>/dev/null
}

# shellcheck disable=SC2059 # who calls it has the format
printf()
{
	command printf "$@" 2>/dev/null
}

# end STATUS: as it is meant to.
end()
{
	planned=$1
	exit "$1"
}

# become SCRIPT...: what that makes of it is the end.
become()
{
	[ -z "$outermost" ] || unset REPLAY_INSIDE
	exec "$@"
}

# die MESSAGE...: what was expected, what was found, what to do.
die()
{
	printf '%s: %s\n' "$me" "$*" >&2
	end "$TOLD"
}

# die_of_host MESSAGE...: the same, where the host is at fault.
die_of_host()
{
	printf '%s: %s\n' "$me" "$*" >&2
	end "$HOST"
}

# skip MESSAGE...: nothing is wrong, and it cannot be had here.
skip()
{
	printf '%s: SKIP: %s\n' "$me" "$*" >&2
	end "$SKIP"
}

# goes_with_this PATH: it is removed when the script ends, however it ends.
goes_with_this()
{
	quote "$1"
	transient="$transient $quoted"
}

# clean_up: what else a script has to do at its end; it has a function of this name then.
clean_up()
{
	:
}

ended()
{
	status=$?
	set +e
	trap '' INT TERM HUP PIPE
	clean_up
	[ "$status" != "$TOLD" ] || planned=$BROKEN status=$BROKEN
	[ "$status" = 0 ] || [ "$status" = "$planned" ] || why_ended
	[ -z "$transient" ] || eval "rm -rf -- $transient"
	[ -z "$outermost" ] || [ "$status" != "$HOST" ] || status=$BROKEN
	exit "$status"
}

# why_ended: of an end that nobody planned, the reason in a line, and the status.
why_ended()
{
	case $status in
	"$HOST"|"$SKIP"|129|130|141|143)
		# Of a script that was called, or a signal.
		return ;;
	2)
		# The same, or a shell that cannot write a file.
		status=$BROKEN
		why=$(not_writable)
		[ -n "$why" ] || return ;;
	*)
		why=$(not_writable)
		if [ -z "$why" ] && ! echo; then
			# Whoever read it has seen enough.
			[ ! -p /dev/fd/1 ] || {
				status=141
				return
			}
			why='its output cannot be written; see whether there is room for it'
		fi
		why=${why:-"it ended early, with status $status; the reason is above"} ;;
	esac
	printf '%s: %s\n' "$me" "$why" >&2
	status=$HOST
}

# not_writable: what is the matter with the places that scripts write to, if anything.
not_writable()
{
	for place in "REPLAY_BUILD $build" "REPLAY_RUNS $runs_folder" "TMPDIR ${TMPDIR:-/tmp}" \
		"--keep ${keep-}" "--out ${out-}" "--to ${to-}"; do
		variable=${place%% *} place=${place#* }
		[ -n "$place" ] || continue
		if ! [ -d "$place" ] && { [ "$variable" = TMPDIR ] || ! mkdir -p "$place" 2>/dev/null; }; then
			echo "there is no directory '$place'; make it, or set $variable to one that is there"
		elif ! [ -w "$place" ]; then
			echo "'$place' cannot be written to; set $variable to a directory that can"
		elif [ "$(free_kib "$place")" -lt 1024 ]; then
			full "$place" "$variable"
		else
			continue
		fi
		return
	done
}

# free_kib DIR: what is left on its disk.
free_kib()
{
	df -Pk -- "$1" | { read -r _; read -r _ _ _ free _; echo "$free"; }
}

# free_mib DIR: the same.
free_mib()
{
	echo $(($(free_kib "$1") / 1024))
}

# full DIR [VARIABLE]: the sentence that says that its disk is, or that of temporary files.
full()
{
	echo "the disk is full: $(free_mib "$1") MiB are left in $1, and $(free_mib "${TMPDIR:-/tmp}") MiB in ${TMPDIR:-/tmp}; make room there, or set ${2:-REPLAY_BUILD} to a directory on another disk"
}

# die_if_full DIR [SAID]: if nothing is left there, or what a program said is that.
die_if_full()
{
	case ${2-} in
	*'No space left on device'*|*'Disk quota exceeded'*) ;;
	*)
		[ "$(free_kib "$1")" -lt 1024 ] || [ "$(free_kib "${TMPDIR:-/tmp}")" -lt 1024 ] ||
			return 0 ;;
	esac
	die_of_host "$(full "$1")"
}

# temporary: $tmp, a directory that goes with the script.
temporary()
{
	tmp=$(mktemp -d)
	goes_with_this "$tmp"
}
