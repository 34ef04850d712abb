# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# Scenarios: where they are, what is in their folders, and what they ask of a kernel.

# check_actors A,B IMAGE: they are the scenario's.
check_actors()
{
	[ -n "$1" ] || return 0
	twice=$(echo "$1" | tr , '\n' | sort | uniq -d | head -n 1)
	[ -z "$twice" ] || die "--actors names '$twice' twice"
	for actor in $(echo "$1" | tr ',' ' '); do
		! grep -qxF -- "$actor" "${2%.cpio}.actors" || continue
		die "scenario '${own##*/}' has no actor '$actor'; its actors are: $(one_line <"${2%.cpio}.actors")"
	done
	case ,$1, in
	*,t1,*) ;;
	*) ! is_program "$own" || die "t1 is the program, which begins the other tasks of '${own##*/}'; run it as --actors t1,$1" ;;
	esac
}

# Scenarios are looked for here, and in each folder of $SCENARIOS: FOLDER/NAME, or
# FOLDER/SUBSYSTEM/NAME.
scenario_folders()
{
	echo "$top/scenarios"
	folders=${SCENARIOS-}
	while [ -n "$folders" ]; do
		[ -z "${folders%%:*}" ] || echo "${folders%%:*}"
		case $folders in *:*) folders=${folders#*:} ;; *) folders= ;; esac
	done
}

# lost_folders: a sentence, where SCENARIOS names some that are not there.
lost_folders()
{
	scenario_folders | while IFS= read -r folder; do
		[ -d "$folder" ] || echo "'$folder'"
	done | paste -s -d ' ' - | sed 's/..*/SCENARIOS names what is not there: &/'
}

# scenario_dirs: the folder of each scenario that is found by its name.
scenario_dirs()
{
	scenario_folders | while IFS= read -r folder; do
		for dir in "$folder"/*/ "$folder"/*/*/; do
			dir=${dir%/}
			[ ! -e "$dir/${dir##*/}.gdb" ] || echo "$dir"
		done
	done
}

# schedules_in DIR: the names of them, a line each.
schedules_in()
{
	for file in "$1"/*.gdb; do
		file=${file##*/}
		echo "${file%.gdb}"
	done
}

# A scenario is a folder, NAME, with its first schedule, NAME.gdb; it may have more, which are
# scenarios of their own with the same program: NAME/ORDER is that with ORDER.gdb.
scenario_names()
{
	scenario_dirs | while IFS= read -r dir; do
		name=${dir##*/}
		schedules_in "$dir" | while IFS= read -r order; do
			[ "$order" = "$name" ] && echo "$name" || echo "$name/$order"
		done
	done | sort -u
}

# take_order SCENARIO: $order is which of its schedules is meant, where it is not the first.
take_order()
{
	order=
	case $1 in
	*/*[!/]) [ -d "$1" ] || order=${1##*/} ;;
	esac
}

# is_path WORD: a scenario is its name, or the path of its folder; with an ORDER behind it or not.
is_path()
{
	case $1 in
	*/*/*|/*|./*|../*|*/|.|..) ;;
	*/*) [ -d "$1" ] || [ -d "${1%/*}" ] ;;
	*) return 1 ;;
	esac
}

# has_schedule FOLDER: it has the one that makes it a scenario.
has_schedule()
{
	[ -d "$1" ] && ( cd "$1" && is=$(pwd -P) && [ -e "${is##*/}.gdb" ] )
}

# is_scenario PATH: of a scenario's folder.
is_scenario()
{
	is_path "$1" && has_schedule "$1"
}

# scenario_at PATH: the folder there.
scenario_at()
{
	dir=$(CDPATH='' cd -- "$1" 2>/dev/null && pwd -P) || die "there is no folder '$1' of a scenario"
	[ -e "$dir/${dir##*/}.gdb" ] ||
		die "'$dir' is no scenario: it has no schedule ${dir##*/}.gdb; uml-replay new begins one"
	echo "$dir"
}

# scenario_named NAME: the folder of that.
scenario_named()
{
	scenario_folders | {
		while IFS= read -r folder; do
			found=
			for dir in "$folder/$1" "$folder"/*/"$1"; do
				[ -e "$dir/$1.gdb" ] || continue
				[ -z "$found" ] || die "two scenarios are named '$1': $found and $dir; give the path of one"
				found=$dir
			done
			[ -n "$found" ] || continue
			cd "$found" && pwd -P
			exit
		done
		[ ! -e "$1/$1.gdb" ] || die "no scenario is named '$1'; the one in this directory is './$1', and SCENARIOS=$PWD lets it be found by its name"
		lost=$(lost_folders)
		die "no scenario is named '$1'${lost:+; $lost}; the scenarios are: $(scenario_names | one_line)"
	}
}

# scenario_dir SCENARIO: its folder, which has the schedule that is meant.
scenario_dir()
{
	take_order "$1"
	folder=$1
	[ -z "$order" ] || folder=${1%/*}
	if ! is_path "$1"; then
		dir=$(scenario_named "$folder")
	elif [ -z "$order" ] || has_schedule "$folder"; then
		dir=$(scenario_at "$folder")
	else
		die "there is no folder '$1' of a scenario"
	fi
	[ -z "$order" ] || [ -e "$dir/$order.gdb" ] ||
		die "scenario '${dir##*/}' has no schedule '$order'; its schedules are: $(schedules_in "$dir" | one_line)"
	echo "$dir"
}

# take_parts SCENARIO: $dir is its folder, $order the schedule that is meant where it is not the first,
# $name what it is named, and $anywhere how it is called from any directory, by a path if it was by one.
take_parts()
{
	dir=$(scenario_dir "$1")
	take_order "$1"
	name=${dir##*/}${order:+/$order}
	anywhere=$name
	! is_path "$1" || anywhere=$dir${order:+/$order}
	parts_of "$dir" "$order"
}

# parts_of DIR [ORDER]: of the scenario in DIR, $own and $shared are the folders that its parts are in:
# its own, and that of what its subsystem shares. That is beside it, as lib, or the scenario
# says which in a file, subsystem: a name here, or a path from there. $expects has the
# outcomes that are expected of it, or of this schedule of it.
parts_of()
{
	own=$1 needs_made=
	expects=$own/expected${2:+/$2}
	shared=${1%/*}/lib
	if [ -e "$own/subsystem" ]; then
		read -r shared <"$own/subsystem"
		case $shared in
		/*) ;;
		*/*) shared=$own/$shared ;;
		*) shared=$top/scenarios/$shared/lib ;;
		esac
		[ -e "$shared/about" ] ||
			die "no subsystem is where $own/subsystem says: the lib/ of a subsystem has a file about, and there is no $shared/about; the subsystems here are: $(subsystem_names | one_line)"
	fi
	[ -e "$shared/about" ] || shared=/dev/null
}

# parts_named SCENARIO: parts_of its folder. A path that is whole, as one script gives it to another,
# is taken as it is.
parts_named()
{
	case $1 in
	/*[!/])
		if [ -e "$1/${1##*/}.gdb" ]; then
			parts_of "$1"
			return
		fi ;;
	esac
	named_folder=$(scenario_dir "$1")
	take_order "$1"
	parts_of "$named_folder" "$order"
}

# No scenario has no part.
own=/dev/null shared=/dev/null expects=/dev/null

subsystem_names()
{
	for about in "$top"/scenarios/*/lib/about; do
		about=${about%/lib/about}
		echo "${about##*/}"
	done
}

# cat_parts NAME: what is in the parts of this name, of those that there are.
cat_parts()
{
	for part in "$shared/$1" "$own/$1"; do
		[ ! -e "$part" ] || cat "$part"
	done
}

# part_words NAME: the words in them, on a line.
part_words()
{
	cat_parts "$1" | sed '/^#/d' | one_line
}

# is_program DIR: it has no scenario in it, but a program of its own, whose tasks are the actors.
is_program()
{
	! grep -qs 'struct scenario scenario\>' "$1"/*.[ch] "$shared"/*.[ch]
}

# has_image: the scenario has one. No other program is asked.
has_image()
{
	[ -e "$own/image" ] || [ -e "$shared/image" ]
}

# image_lines: those of the parts image, which describe images: NAME TYPE SIZE WORD...
image_lines()
{
	for part in "$shared/image" "$own/image"; do
		[ ! -e "$part" ] || sed '/^#/d; /^[[:space:]]*$/d' "$part"
	done
}

# image_config: of Kconfig, what their file systems need. The wide kernel has all of them, and one that
# has what is needed may have them, too.
image_config()
{
	has_image || return 0
	says_wide || image_lines | while read -r _ type _; do
		sed -n "s/^${type}[[:space:]][[:space:]]*[^[:space:]]*[[:space:]]*//p" "$top/uml-config/images" | tr ' ' '\n'
	done | grep -vxF "$(! says_needs || needed_config | cut -f 1)" || :
}

# in_turn NTH: is the NTH of those that are not always checked due today? Where nobody says REPLAY_TURN, all are.
turns=3
in_turn()
{
	[ -z "${REPLAY_TURN-}" ] || [ $(($1 % turns)) = "$REPLAY_TURN" ]
}

# count_turn: $nth is the number of the scenario among those with needs, or among the others. Those with needs take
# turns among themselves, since they take longest: large kernels are built for them. All schedules of one have its
# number. Who goes through the scenarios does so in a shell of its own, where the count begins.
count_turn()
{
	[ "$own" != "${counted-}" ] || return 0
	counted=$own
	if says_needs; then
		with_needs=$((${with_needs-0} + 1)) nth=$with_needs
	else
		without_needs=$((${without_needs-0} + 1)) nth=$without_needs
	fi
}

# own_lines: of Kconfig, that the scenario asks for, what its images need first; the last for an option
# counts. The word wide stands for those of uml-config/wide.config.
own_lines()
{
	{
		image_config
		cat_parts config | sed -n '/^wide$/p; /^CONFIG_/p; /^# CONFIG_.* is not set$/p'
	} | last_of_option
}

# last_of_option: of the lines of Kconfig on standard input.
last_of_option()
{
	tac | awk '{ option = $0; sub(/^# /, "", option); sub(/[= ].*/, "", option) } !seen[option]++' | tac
}

# says_wide: the scenario does. No other program is asked.
says_wide()
{
	for part in "$shared/config" "$own/config"; do
		[ ! -e "$part" ] || ! has_line wide <"$part" || return 0
	done
	return 1
}

# own_config KERNEL: the same lines, with those that wide and needs stand for, which come first.
own_config()
{
	{
		! says_wide || wide_config "$1"
		needs_config "$1"
		own_lines | sed '/^wide$/d'
	} | last_of_option
}

# own_labels: the semantic patches that put its labels into the kernel, a path a line.
own_labels()
{
	for label in "$shared"/labels/*.cocci "$own"/labels/*.cocci; do
		[ ! -e "$label" ] || echo "$label"
	done
}

# listed NAME: the files of the kernel in uml-config/NAME, and in the parts of this name.
# '! FILE' takes one out that was there before, and '! *' all.
listed()
{
	{
		cat "$top/uml-config/$1"
		cat_parts "$1"
	} | tac | awk '!/^[a-z!]/ { next } $2 == "*" { exit } !seen[$NF]++' | tac
}

# objects: a name for the options, which decide of most objects of a kernel. Those of wide, which
# take long, are the same ones whatever is changed in uml-config/wide.config.
objects()
{
	lines=$(own_lines)
	if [ "$lines" = wide ]; then
		echo wide
	else
		{
			own_lines
			says_wide || ! says_needs || needed_options
		} | sha256sum | cut -c 1-8
	fi
}

# cat_asked FILE...: what is in these, and what the scenario asks of a kernel but for the variant.
# Those that say wide share one kernel, whatever else is in that file.
cat_asked()
{
	for part in "$shared"/labels/*.cocci "$own"/labels/*.cocci "$shared/watched" "$own/watched"; do
		[ ! -e "$part" ] || set -- "$@" "$part"
	done
	if says_wide; then
		own_lines
		set -- "$@" "$top/uml-config/wide.config"
	else
		for part in "$shared/config" "$own/config"; do
			[ ! -e "$part" ] || set -- "$@" "$part"
		done
		image_config
		! says_needs || needed_config
	fi
	cat "$@"
}
