# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# The file meta of a run, and of an execution that explore keeps. It says what was run, so that the
# run can be made again and views need to make none. With which tool, on which host, and what came
# out, follows when the run is judged (host/view/stamp.c).

# What a run has for --limit where none is given.
default_limit=20

# add_option NAME VALUE: to $command, where there is a value.
add_option()
{
	[ -n "$2" ] || return 0
	quote "$2"
	command="$command $1 $quoted"
}

# add_scenarios: to $command, where the scenario is, if it is not found by its name otherwise.
add_scenarios()
{
	case $anywhere in
	/*) ;;
	*)
		[ "${dir%/*/*}" = "$top/scenarios" ] || {
			quote "${dir%/*}"
			command="SCENARIOS=$quoted $command"
		} ;;
	esac
}

# take_command: $command makes the run again, from any directory. What take_parts has set says which
# scenario; $own_schedule is the path of a schedule that is not the scenario's.
take_command()
{
	quote "$anywhere"
	command="uml-replay run $quoted"
	add_scenarios
	from_here "$kernel"
	add_option --kernel "$path"
	from_here "$variant"
	add_option --variant "$path"
	add_option --schedule "$own_schedule"
	add_option --actors "$actors"
	add_option --record "$record"
	[ "$limit" = "$default_limit" ] || add_option --limit "$limit"
	[ -z "$rehearse" ] || command="$command --rehearse"
	[ "$director" != kernel ] || command="$command --direct"
}

# write_meta FILE: the lines of meta. FILE has what is in $own_schedule, which need not be there or the
# same any more when the run is made again.
write_meta()
{
	take_command
	read -r version <"$kernel_dir/.replay-version"
	echo "scenario=$scenario"
	case $anywhere in /*) echo "folder=$anywhere" ;; esac
	from_here "$kernel"
	printf '%s\n' "kernel=$path" "version=$version"
	from_here "$variant"
	printf '%s\n' "variant=$path" "case=$program_case" "schedule=$own_schedule"
	if [ -n "$own_schedule" ]; then
		while IFS= read -r line || [ -n "$line" ]; do
			printf 'schedule-line=%s\n' "$line"
		done <"$1"
	fi
	printf '%s\n' "actors=$actors" "record=$record" "rehearse=$rehearse" "limit=$limit"
	[ "$director" = kernel ] && echo director=kernel || echo director=gdb
	printf '%s\n' "command=$command" "image=$kernel_dir/linux"
}

# meta_of RUN KEY: what a run says of itself; nothing where it does not.
meta_of()
{
	sed -n "s/^$2=//p" "$1/meta" 2>/dev/null | head -n 1
}

# scenario_of RUN: which it is of, by its path where that was given and is there still.
scenario_of()
{
	folder=$(meta_of "$1" folder)
	if [ -n "$folder" ] && { [ -d "$folder" ] || [ -e "$folder.gdb" ]; }; then
		echo "$folder"
	else
		meta_of "$1" scenario
	fi
}
