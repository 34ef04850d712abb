# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# What all scripts share; each script sources this first. end.sh has how a script ends, options.sh
# parses its options, and needs.sh knows what a scenario needs.

# Scripts parse the output of programs: it is not translated.
export LC_ALL=C

# A script is in cmd, libexec or tests.
replay=$(CDPATH='' cd -- "${0%/*}" && pwd -P)
me=replay/${replay##*/}/${0##*/}
[ "${replay##*/}" != cmd ] || me="uml-replay ${0##*/}"
replay=${replay%/*}
top=${replay%/*}
default_kernel=6.1
flagship=punch-fault
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

# check_build: the kernel's own top Makefile refuses such a path, of the source and of where
# it is built:
#   ifneq ($(words $(subst :, ,$(abs_srctree))), 1)
#   $(error source directory cannot contain spaces or colons)
check_build()
{
	case $build in
	*:*|*[[:space:]]*)
		die_of_host "a kernel is not built in a directory whose path has blanks or colons, and '$build' has; set REPLAY_BUILD to another" ;;
	esac
}

# make_runs NAME: $runs, a directory there that goes with this script, however it ends.
make_runs()
{
	mkdir -p "$runs_folder"
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

series_names()
{
	while read -r series _; do
		case $series in [0-9]*) echo "$series" ;; esac
	done <"$top/uml-config/series"
}

# is_series NAME: without another process.
is_series()
{
	while read -r one_series _; do
		[ "$one_series" != "$1" ] || [ "$1" = "#" ] || return 0
	done <"$top/uml-config/series"
	return 1
}

# debian_mirrors: the Debian mirrors that apt has here, of whatever release: SUITE URI.
# Also where apt has never fetched a list: it tells of none then unless told to.
debian_mirrors()
{
	names="stable testing unstable oldstable oldoldstable $(sed '/^#/d' "$top/uml-config/series")"
	[ ! -e /etc/os-release ] || names="$names $(. /etc/os-release && echo "${VERSION_CODENAME-}")"
	apt-get indextargets --no-release-info --format "\$(RELEASE) \$(REPO_URI)" 'Identifier: Packages' 'Component: main' |
		grep -E "^($(printf %s "$names" | tr -s '[:space:]' '|'))([-/](updates|security|backports|proposed-updates))? " || :
}

# archive_key: what Debian's signature is checked with.
archive_key()
{
	for key in /usr/share/keyrings/debian-archive-keyring.pgp /usr/share/keyrings/debian-archive-keyring.gpg; do
		[ -e "$key" ] || continue
		echo "$key"
		return
	done
	die "there is no key in /usr/share/keyrings to check Debian's signature with; install debian-archive-keyring"
}

# has_line LINE: of its input, without another program.
has_line()
{
	has=1
	while read -r line; do
		[ "$line" != "$1" ] || has=0
	done
	return "$has"
}

# A kernel is a series that Debian packages, or a source tree: PATH, as it is on
# disk, or PATH:REVISION of a git repository.
is_tree()
{
	case $1 in
	*/*|.|..|.:*|..:*) ;;
	*) return 1 ;;
	esac
}

# from_here NAME: $path, as whoever reads it elsewhere needs it: that of a tree, or a patch, from the directory
# $from where it is not absolute. The name of a series or a variant stays.
from_here()
{
	path=$1
	case $1 in
	/*) ;;
	*) ! is_tree "$1" || path=$from/$1 ;;
	esac
}

# path_of TREE, revision_of TREE: the revision is empty where none is given.
path_of()
{
	if [ -d "$1" ]; then echo "$1"; else echo "${1%:*}"; fi
}

revision_of()
{
	case $1 in
	*:*) [ -d "$1" ] || echo "${1##*:}" ;;
	esac
}

# makefile_of TREE: its top Makefile.
makefile_of()
{
	if [ -n "$(revision_of "$1")" ]; then
		git -C "$(path_of "$1")" show "$(revision_of "$1"):Makefile"
	else
		cat "$1/Makefile"
	fi
}

# kernel_dir_of KERNEL: where it is built; all revisions of a tree in one directory.
kernel_dir_of()
{
	if is_tree "$1"; then
		echo "$build/kernels/tree-$(cd "$(path_of "$1")" && pwd -P | sha256sum | cut -c 1-8)"
	else
		echo "$build/kernels/$1"
	fi
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

# check_actors A,B IMAGE: they are the scenario's.
check_actors()
{
	[ -n "$1" ] || return 0
	for actor in $(echo "$1" | tr ',' ' '); do
		! grep -qxF -- "$actor" "${2%.cpio}.actors" || continue
		die "scenario '${own##*/}' has no actor '$actor'; its actors are: $(one_line <"${2%.cpio}.actors")"
	done
}

# series_of KERNEL: the folder of patches/ that is for it. For a tree, that of its own
# version, or of the last before it, whose variants may apply.
series_of()
{
	is_tree "$1" || {
		echo "$1"
		return
	}
	of_tree=$(version_name "$1")
	series=$({ series_names; echo "$of_tree"; } | sort -uV | grep -xF -B 1 -- "$of_tree" | head -n 1)
	! series_names | grep -qxF -- "$of_tree" || series=$of_tree
	echo "$series"
}

# trace_hash FILE: of what happened in a trace. Which functions are called, and not inlined,
# is the compiler's affair where they are no larger than a call; all else is the same on every host.
trace_hash()
{
	grep -vE '^[0-9]+ [0-9]+ [^ ]+ (call|return) ' "$1" | cut -d ' ' -f 2- | sha256sum | cut -c 1-12
}

# wide_config KERNEL: the lines of uml-config/wide.config that its series has. Which of them a tree
# has, only its own Kconfig says.
wide_config()
{
	of_series=$1
	! is_tree "$1" || of_series=
	awk -v series="$of_series" '/^CONFIG_/ && (series == "" || NF == 1 || index($0 " ", " " series " ")) { print $1 }' "$top/uml-config/wide.config"
}

# some_config: the lines that some series have, and some have not.
some_config()
{
	sed -n 's/^\(CONFIG_[^	]*\)	#.*/\1/p' "$top/uml-config/wide.config"
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

check_kernel()
{
	if is_tree "$1"; then
		[ -d "$(path_of "$1")" ] ||
			die "there is no directory '$(path_of "$1")'; a kernel is a path to a tree, PATH:REVISION, or one of: $(series_names | one_line)"
		if [ -n "$(revision_of "$1")" ]; then
			git -C "$(path_of "$1")" rev-parse -q --verify "$(revision_of "$1")^{tree}" >/dev/null ||
				die "git finds no revision '$(revision_of "$1")' in '$(path_of "$1")'"
		fi
		makefile_of "$1" 2>/dev/null | grep -q '^VERSION = ' ||
			die "no kernel source is in '$1'; give the top directory of a tree, a bare repository as PATH:REVISION, or one of: $(series_names | one_line)"
		return
	fi
	is_series "$1" ||
		die "no kernel is named '$1'; the kernels are: $(series_names | one_line)"
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
		die "no scenario is named '$1'; the scenarios are: $(scenario_names | one_line)"
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

# variant_folders: where the variants of the scenario are: in the folder, or where the file, variants
# says, those of its own first. A patch that differs from series to series is in SERIES/.
variant_folders()
{
	for part in "$own" "$shared"; do
		folder=$part/variants
		if [ -f "$folder" ]; then
			read -r folder <"$folder"
			case $folder in /*) ;; *) folder=$part/$folder ;; esac
		fi
		[ ! -d "$folder" ] || echo "$folder"
	done
}

# commit_of FILE KERNEL: $commit is the first word of the file, where the kernel is a tree
# whose repository has it; otherwise nothing.
commit_of()
{
	commit=
	is_tree "$2" || return 0
	read -r commit _ <"$1"
	git -C "$(path_of "$2")" rev-parse -q --verify "$commit^{commit}" >/dev/null 2>&1 || commit=
}

# patch_of_commit KERNEL COMMIT: what it changed.
patch_of_commit()
{
	patch=$build/cache/commits/$2.patch
	if [ ! -e "$patch" ]; then
		mkdir -p "${patch%/*}"
		git -C "$(path_of "$1")" show --format= --no-renames "$2" >"$patch.$$" || {
			rm -f "$patch.$$"
			return "$HOST"
		}
		mv "$patch.$$" "$patch"
	fi
	echo "$patch"
}

# made_of KERNEL VARIANT: what makes the variant, a line each, HOW and FILE, the first that can be
# done: apply a patch, or undo it; or nothing, where the kernel lacks, or has, what a patch does.
made_of()
{
	case $2 in
	*/*)
		echo "apply $(cd "${2%/*}/" && pwd -P)/${2##*/}"
		return ;;
	esac
	series=$(series_of "$1")
	variant_folders | while IFS= read -r folder; do
		taken=$folder/$2.taken-out given=$folder/$2.with
		[ ! -e "$taken" ] || commit_of "$taken" "$1"
		[ ! -e "$taken" ] || taken=${commit:+$(patch_of_commit "$1" "$commit")}
		[ ! -e "$given" ] || commit_of "$given" "$1"
		[ ! -e "$given" ] || given=${commit:+$(patch_of_commit "$1" "$commit")}
		[ ! -e "$taken" ] || echo "undo $taken"
		[ ! -e "$given" ] || echo "apply $given"
		for patch in "$folder/$series/$2.patch" "$folder/$2.patch"; do
			[ ! -e "$patch" ] || echo "apply $patch"
		done
		[ ! -e "$taken" ] || echo "lacks $taken"
		[ ! -e "$given" ] || echo "has $given"
	done
}

# variants_of KERNEL: mainline first.
variants_of()
{
	echo mainline
	series=$(series_of "$1")
	variant_folders | while IFS= read -r folder; do
		for file in "$folder/$series"/*.patch "$folder"/*.patch "$folder"/*.taken-out "$folder"/*.with; do
			[ -e "$file" ] || continue
			case $file in
			*.taken-out|*.with)
				commit_of "$file" "$1"
				[ -n "$commit" ] || continue ;;
			esac
			file=${file##*/}
			echo "${file%.*}"
		done
	done | LC_ALL=C sort -u
}

# version_name KERNEL: a series, or the version of a tree, as 6.1: what an expected outcome is of.
version_name()
{
	is_tree "$1" || {
		echo "$1"
		return
	}
	makefile_of "$1" | sed -n 's/^VERSION = //p; s/^PATCHLEVEL = //p' | paste -s -d .
}

# variants_for KERNEL: mainline, and those whose outcome the scenario expects.
variants_for()
{
	name_of_version=$(version_name "$1")
	for variant in $(variants_of "$1"); do
		if [ "$variant" = mainline ] || [ -e "$expects/$variant" ] || [ -e "$expects/$variant@$name_of_version" ]; then
			echo "$variant"
		fi
	done
}

# expected_of KERNEL VARIANT: the file of the outcome that the scenario expects.
expected_of()
{
	expected=$expects/${2##*/}
	name_of_version=$(version_name "$1")
	[ ! -e "$expected@$name_of_version" ] || expected=$expected@$name_of_version
	echo "$expected"
}

# result_expected KERNEL VARIANT: FAIL where a check is expected to fail; PASS of what nothing is expected.
result_expected()
{
	if grep -qs -e '^not ok' -e '^panic: ' "$(expected_of "$1" "$2")"; then echo FAIL; else echo PASS; fi
}

check_variant()
{
	case $2 in
	*/*)
		[ -f "$2" ] || die "there is no patch '$2'"
		return ;;
	mainline) return ;;
	esac
	[ -z "$(made_of "$1" "$2")" ] || return 0
	variant_folders | while IFS= read -r folder; do
		for file in "$folder/$2.taken-out" "$folder/$2.with"; do
			[ ! -e "$file" ] ||
				die "variant '$2' is made of $(head -n 1 "$file"), and kernel $1 is no repository that has it; a patch $folder/$(series_of "$1")/$2.patch would do"
		done
	done
	[ "$own" != /dev/null ] || die "variant '$2' is one of a scenario; give the scenario, too"
	die "${own##*/} on kernel $1 has no variant '$2'; its variants are: $(variants_of "$1" | one_line)"
}

# Nothing of the host decides what happens in the guest: no environment, no address at
# random, no clock; and no path, since the kernel prints these words. Which they are
# decides which slots of swap are taken: whoever boots a guest says these. How much memory
# it has is in a file of its kernel, memory: a large kernel takes much of it for itself.
kernel_words='initrd=guest.cpio time-travel=inf-cpu time-travel-start=0
	con=null con0=fd:0,fd:6 ssl=null panic=-1 uml_dir=uml/ norandmaps null_blk.nr_devices=0'

# On top of these, on a wide kernel: devices that take long to make at boot. Who wants more of them
# says so in cmdline, or makes them.
wide_words='nbd.nbds_max=2 scsi_debug.add_host=0 scsi_debug.dev_size_mb=1'

# guest_words KERNEL_DIR: $memory of the guest, and $own_words for its kernel, as the scenario
# has them.
guest_words()
{
	read -r memory <"$1/memory"
	own_words=
	for part in "$shared/memory" "$own/memory"; do
		[ ! -e "$part" ] || read -r memory <"$part"
	done
	case $memory in
	M|*[!0-9]*M|*[!M]) die "$own says in 'memory' how much the guest has; a number of MiB is expected, as 128M, and it is '$memory'" ;;
	esac
	for part in "$shared/cmdline" "$own/cmdline"; do
		[ -e "$part" ] || continue
		own_words=$(part_words cmdline)
		break
	done
	! says_wide || own_words="$wide_words $own_words"
	# Where a module is asked for, the kernel calls what the guest has.
	if [ -d "$1/guest" ]; then
		case " $(part_words programs) " in
		*' modprobe '*) own_words="$own_words sysctl.kernel.modprobe=/bin/modprobe" ;;
		esac
	fi
	case " $own_words" in
	*' mem='*) die "$own says 'mem=' in 'cmdline'; how much memory the guest has is said in 'memory'" ;;
	esac
}

# await KERNEL_DIR <WORDS: a word for its kernel that has the functions and labels of modules among these, and
# among those whose calls are the turns of an actor, which may be named before their module is loaded; or nothing.
await()
{
	[ -e "$1/modules/points" ] || return 0
	{
		cat
		grep -hoE '\b(WORK|TIMER|HRTIMER|RCU)\([^)]*\)' "$own"/*.c || :
	} | tr -s '[:blank:],|"' '\n' | { grep -xFf "$1/modules/points" || :; } | sort -u | paste -s -d , | sed -n 's/^..*/replay_await=&/p'
}

# host_program NAME: $host_program, explore or view of replay/host, compiled once for what it is
# made of. As long as no source is newer than the note of that, no other program is asked.
host_program()
{
	check_build
	host_note=$build/host/of$replay/$1
	if [ -e "$host_note" ]; then
		read -r host_program <"$host_note"
		for source in "$replay/lib/lib.sh" "$replay"/abi "$replay"/abi/* "$replay"/host/* "$replay"/host/*/*; do
			# shellcheck disable=SC3013 # every shell that is /bin/sh in Debian has it
			[ ! "$source" -nt "$host_note" ] || host_program=
		done
		[ ! -x "$host_program" ] || return 0
	fi
	case $1 in
	view) host_parts='lib trace result draw schedule view' ;;
	*) host_parts='lib trace result search guests' ;;
	esac
	compile_host "$1"
}

# does_not_compile WHAT SAID: what the compiler said of it.
does_not_compile()
{
	printf '%s\n' "$2" >&2
	die_if_full "$build" "$2"
	die "$1 does not compile; the compiler's output is above"
}

# compile_host NAME: of $host_parts, and note it.
compile_host()
{
	need "${CC:-gcc}"
	mkdir -p "${host_note%/*}"
	goes_with_this "$host_note.$$"
	: >"$host_note.$$"
	host_flags='-std=gnu11 -O2 -Wall -Wextra -Werror -static'
	host_program=$build/host/$1-$({ cat "$replay"/abi/* "$replay"/host/*/*; echo "$host_flags"; ${CC:-gcc} --version; } | sha256sum | cut -c 1-12)
	if [ ! -x "$host_program" ]; then
		host_name=$1
		set -- "-I$replay" "$replay"/abi/*.c
		for part in $host_parts; do
			set -- "$@" "-I$replay/host/$part" "$replay/host/$part"/*.c
		done
		goes_with_this "$host_program.$$"
		# shellcheck disable=SC2086 # the flags are words
		host_said=$(${CC:-gcc} $host_flags -o "$host_program.$$" "$@" 2>&1) ||
			does_not_compile replay/host "$host_said"
		find "$build/host" -maxdepth 1 -name "$host_name-????????????" -mtime +0 -delete
		find "$build/host/of" -type f -mtime +6 -delete
		mv "$host_program.$$" "$host_program"
	fi
	# It is as old as what was looked at.
	goes_with_this "$host_note.new.$$"
	echo "$host_program" >"$host_note.new.$$"
	touch -r "$host_note.$$" "$host_note.new.$$"
	mv "$host_note.new.$$" "$host_note"
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

# meta_of RUN KEY: what a run says of itself; nothing where it does not.
meta_of()
{
	sed -n "s/^$2=//p" "$1/meta" 2>/dev/null | head -n 1
}

# nearest WORD NAME...: what somebody may have meant by the word, or nothing.
nearest()
{
	command -v "${CC:-gcc}" >/dev/null || return 0
	host_program view
	"$host_program" nearest-of "$@"
}

# As the user called it, for what is to be pasted.
quote "${REPLAY_CALLED:-$replay/uml-replay}"
called=$quoted

# shellcheck source=replay/lib/options.sh
. "$replay/lib/options.sh"
# shellcheck source=replay/lib/needs.sh
. "$replay/lib/needs.sh"
