# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# Kernels: a series, which uml-config/series lists, or a tree of the user's, PATH or PATH:REVISION.

while read -r word default_kernel _; do
	[ "$word" != default ] || break
done <"$top/uml-config/series"

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
		case $one_series in [0-9]*) [ "$one_series" != "$1" ] || return 0 ;; esac
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

# version_name KERNEL: a series, or the version of a tree, as 6.1: what an expected outcome is of.
version_name()
{
	is_tree "$1" || {
		echo "$1"
		return
	}
	makefile_of "$1" | sed -n 's/^VERSION = //p; s/^PATCHLEVEL = //p' | paste -s -d .
}
