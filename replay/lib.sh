# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# What the scripts here share: where things are, and how a script ends. A
# script sets $me and reads it first.

# Exit statuses of every script.
FAIL=1
BROKEN=2
SKIP=77

replay=$(CDPATH='' cd -- "${0%/*}" && pwd -P)
replay=${replay%/tests}
top=${replay%/*}
default_kernel=6.1
flagship=punch-fault

# What is made is kept in $build; each run is a directory in $runs_folder, which goes
# when it is over.
build=${REPLAY_BUILD:-$top/build}
runs_folder=${REPLAY_RUNS:-$build/runs}

# What the environment says is said from the directory that the user is in, and is
# read in others, too.
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
*:[!/:]*) SCENARIOS=$(echo "$SCENARIOS" | HERE=$PWD awk -F : -v OFS=: '{
	for (i = 1; i <= NF; i++)
		if ($i ~ "^[^/]")
			$i = ENVIRON["HERE"] "/" $i
	print
}') ;;
esac

# absolute PATH: as it is meant from the directory that the user is in.
absolute()
{
	case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac
}

# make_runs NAME: $runs, a directory there that goes with this script, however it ends.
make_runs()
{
	mkdir -p "$runs_folder"
	runs=$(mktemp -d "$runs_folder/$1.XXXXXX")
	trap 'rm -rf "$runs"' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
}

# die MESSAGE...: what was expected, what was found, what to do.
die()
{
	printf '%s: %s\n' "$me" "$*" >&2
	exit "$BROKEN"
}

# skip MESSAGE...: nothing is wrong, and it cannot be had here.
skip()
{
	printf '%s: SKIP: %s\n' "$me" "$*" >&2
	exit "$SKIP"
}

# say MESSAGE...: progress, for whoever watches.
say()
{
	[ ! -t 2 ] || printf '%s\n' "$*" >&2
}

# usage_of FILE: the comment at the top of a script is its help.
usage_of()
{
	sed -n '/^# usage:/,/^[^#]/s/^# \{0,1\}//p' "$1"
}

# need PROGRAM...: each of them is installed.
need()
{
	missing=
	for program; do
		command -v "$program" >/dev/null || missing="$missing $program"
	done
	[ -z "$missing" ] ||
		die "not installed:$missing; 'make setup' installs what is missing"
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
	apt-get indextargets --no-release-info --format "\$(RELEASE) \$(REPO_URI) \$(COMPONENT)" 'Identifier: Packages' |
		awk -v names="$names" '
		BEGIN {
			n = split(names, list)
			for (i = 1; i <= n; i++)
				known[list[i]]
		}
		{
			release = $1
			sub(/[-\/](updates|security|backports|proposed-updates)$/, "", release)
		}
		release in known && $3 == "main" { print $1, $2 }'
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

# free_mib DIR: what is left on its disk.
free_mib()
{
	df -Pm "$1" | { read -r _; read -r _ _ _ free _; echo "$free"; }
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

# series_of KERNEL: the folder of patches/ that is for it. For a tree, that of its own
# version, or of the last before it, whose variants may apply.
series_of()
{
	is_tree "$1" || {
		echo "$1"
		return
	}
	of_tree=$(makefile_of "$1" | sed -n 's/^VERSION = //p; s/^PATCHLEVEL = //p' | paste -s -d .)
	series=$({ series_names; echo "$of_tree"; } | sort -uV | awk -v of_tree="$of_tree" '
		$1 == of_tree { print last != "" ? last : $1; exit }
		{ last = $1 }')
	! series_names | grep -qxF -- "$of_tree" || series=$of_tree
	echo "$series"
}

# patch_of KERNEL VARIANT: a variant is a name, or the path of a patch.
patch_of()
{
	case $2 in
	*/*) echo "$(cd "${2%/*}/" && pwd -P)/${2##*/}" ;;
	*) echo "$top/patches/$(series_of "$1")/$2.patch" ;;
	esac
}

# variants_of KERNEL: mainline first.
variants_of()
{
	echo mainline
	for patch in "$top/patches/$(series_of "$1")"/*.patch; do
		patch=${patch##*/}
		[ "$patch" = '*.patch' ] || echo "${patch%.patch}"
	done | LC_ALL=C sort
}

# variants_for SCENARIO KERNEL: mainline, and those whose outcome the scenario expects.
variants_for()
{
	expected=$(scenario_dir "$1")/expected
	for variant in $(variants_of "$2"); do
		if [ "$variant" = mainline ] || [ -e "$expected/$variant" ] || [ -e "$expected/$variant@$2" ]; then
			echo "$variant"
		fi
	done
}

# expected_of SCENARIO KERNEL VARIANT: the file of the expected outcome.
expected_of()
{
	expected=$(scenario_dir "$1")/expected/${3##*/}
	[ ! -e "$expected@$2" ] || expected=$expected@$2
	echo "$expected"
}

# wide_config SERIES: the lines of uml-config/wide.config that this series has.
wide_config()
{
	awk -v series="$1" '/^CONFIG_/ && (NF == 1 || index($0 " ", " " series " ")) { print $1 }' "$top/uml-config/wide.config"
}

# trace_hash FILE: of what happened in a trace, by virtual time since it began, and with each entry of
# swap by its turn. The C library of the host decides when it began: its start-up reads the clock, and
# has system calls that fail, and both take time. Time is what random numbers are made of, and by one
# the kernel chooses the first slot of a swap area. Which functions are called, and not inlined, is the
# compiler's affair where they are no larger than a call. All else is the same on every host.
trace_hash()
{
	awk '
	$4 == "call" || $4 == "return" { next }
	!begun { begun = $2 }
	{
		for (i = 5; i <= NF; i++)
			if ($i ~ /^entry=/) {
				if (!($i in turn))
					turn[$i] = ++turns
				$i = "entry " turn[$i]
			}
		$2 = sprintf("%.0f", $2 - begun)
		$1 = ""
		print
	}' "$1" | sha256sum | cut -c 1-12
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

check_variant()
{
	case $2 in
	*/*)
		[ -f "$2" ] || die "there is no patch '$2'"
		return ;;
	esac
	[ "$2" = mainline ] || [ -e "$(patch_of "$1" "$2")" ] ||
		die "kernel $1 has no variant '$2'; its variants are: $(variants_of "$1" | one_line)"
}

# Scenarios are looked for here, and in each folder of $SCENARIOS.
scenario_folders()
{
	echo "$top/scenarios"
	folders=${SCENARIOS-}
	while [ -n "$folders" ]; do
		[ -z "${folders%%:*}" ] || echo "${folders%%:*}"
		case $folders in *:*) folders=${folders#*:} ;; *) folders= ;; esac
	done
}

scenario_names()
{
	scenario_folders | while read -r folder; do
		for program in "$folder"/*/*.gdb; do
			name=${program##*/}
			name=${name%.gdb}
			[ "$program" != "$folder/$name/$name.gdb" ] || echo "$name"
		done
	done | sort -u
}

scenario_dir()
{
	scenario_folders | {
		while read -r folder; do
			[ -e "$folder/$1/$1.gdb" ] || continue
			cd "$folder/$1" && pwd -P
			exit
		done
		die "no scenario is named '$1'; the scenarios are: $(scenario_names | one_line)"
	}
}

# fragment_of SCENARIO: the Kconfig lines that only it needs.
fragment_of()
{
	fragment=$(scenario_dir "$1")/$1.config
	[ -e "$fragment" ] || fragment=/dev/null
	echo "$fragment"
}

# named_here KERNEL_DIR: the schedule on standard input, each function that a step enters by
# the name it has in this kernel.
named_here()
{
	awk '
	FILENAME == ARGV[1] { here[$1]; next }
	FILENAME == ARGV[2] {
		name = ""
		for (i = NF; i && !/^#/; i--)
			if ($i in here)
				name = $i
		for (i = 1; i <= NF && name; i++)
			if (!($i in here))
				now[$i] = name
		next
	}
	$1 == "let" && $3 == "enter" && $4 in now { $4 = now[$4] }
	{ print }' "$1/functions" "$top/patches/names" -
}

# Nothing of the host decides what happens in the guest: no environment, no address at
# random, no clock; and no path, since the kernel prints these words. Which they are
# decides which slots of swap are taken: whoever boots a guest says these. How much memory
# it has is in a file of its kernel, memory: a large kernel takes much of it for itself.
kernel_words='initrd=guest.cpio time-travel=inf-cpu time-travel-start=0
	con=null con0=fd:0,fd:6 ssl=null panic=-1 uml_dir=uml/ norandmaps null_blk.nr_devices=0'

# host_program NAME: $host_program, explore or view of replay/host, compiled once for what it is
# made of. As long as no source is newer than the note of that, no other program is asked.
host_program()
{
	host_note=$build/host/of$replay/$1
	if [ -e "$host_note" ]; then
		read -r host_program <"$host_note"
		for source in "$replay/lib.sh" "$replay"/abi "$replay"/abi/* "$replay"/host/* "$replay"/host/*/*; do
			# shellcheck disable=SC3013 # every shell that is /bin/sh in Debian has it
			[ ! "$source" -nt "$host_note" ] || host_program=
		done
		[ ! -x "$host_program" ] || return 0
	fi
	case $1 in
	view) host_parts='lib trace result draw view' ;;
	*) host_parts='lib trace result search guests' ;;
	esac
	compile_host "$1"
}

# compile_host NAME: of $host_parts, and note it.
compile_host()
{
	need "${CC:-gcc}"
	mkdir -p "${host_note%/*}"
	: >"$host_note.$$"
	host_flags='-std=gnu11 -O2 -Wall -Wextra -Werror -static'
	host_program=$build/host/$1-$({ cat "$replay"/abi/*.h "$replay"/host/*/*; echo "$host_flags"; ${CC:-gcc} --version; } | sha256sum | cut -c 1-12)
	if [ ! -x "$host_program" ]; then
		host_name=$1
		set -- "-I$replay"
		for part in $host_parts; do
			set -- "$@" "-I$replay/host/$part" "$replay/host/$part"/*.c
		done
		# shellcheck disable=SC2086 # the flags are words
		${CC:-gcc} $host_flags -o "$host_program.$$" "$@" >&2 ||
			die "replay/host does not compile; the compiler's output is above"
		find "$build/host" -maxdepth 1 -name "$host_name-????????????" -mtime +0 -delete
		find "$build/host/of" -type f -mtime +6 -delete
		mv "$host_program.$$" "$host_program"
	fi
	# It is as old as what was looked at.
	echo "$host_program" >"$host_note.new.$$"
	touch -r "$host_note.$$" "$host_note.new.$$"
	mv "$host_note.new.$$" "$host_note"
	rm "$host_note.$$"
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

# meta_of RUN KEY: what a run says of itself; nothing where it does not.
meta_of()
{
	sed -n "s/^$2=//p" "$1/meta" 2>/dev/null | head -n 1
}
