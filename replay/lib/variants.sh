# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# Variants of a kernel, and the outcome that a scenario expects on each.

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
		[ ! -d "$folder" ] || ( cd "$folder" && pwd -P )
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
		taken=$folder/$2.taken-out added=$folder/$2.with
		[ ! -e "$taken" ] || commit_of "$taken" "$1"
		[ ! -e "$taken" ] || taken=${commit:+$(patch_of_commit "$1" "$commit")}
		[ ! -e "$added" ] || commit_of "$added" "$1"
		[ ! -e "$added" ] || added=${commit:+$(patch_of_commit "$1" "$commit")}
		[ ! -e "$taken" ] || echo "undo $taken"
		[ ! -e "$added" ] || echo "apply $added"
		for patch in "$folder/$series/$2.patch" "$folder/$2.patch"; do
			[ ! -e "$patch" ] || echo "apply $patch"
		done
		[ ! -e "$taken" ] || echo "lacks $taken"
		[ ! -e "$added" ] || echo "has $added"
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

# all_variants: those of every series; mainline first.
all_variants()
{
	echo mainline
	variant_folders | while IFS= read -r folder; do
		for file in "$folder"/*.patch "$folder"/*/*.patch "$folder"/*.taken-out "$folder"/*.with; do
			[ -e "$file" ] || continue
			file=${file##*/}
			echo "${file%.*}"
		done
	done | LC_ALL=C sort -u
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
	host_program view
	if [ -n "$("$host_program" failed "$(expected_of "$1" "$2")")" ]; then echo FAIL; else echo PASS; fi
}

# check_variant_name VARIANT: it is a patch, or a variant of some series.
check_variant_name()
{
	case $1 in
	*/*) [ -f "$1" ] || die "there is no patch '$1'" ;;
	*)
		all_variants | grep -qxF -- "$1" ||
			die "${own##*/} has no variant '$1' on any series; its variants are: $(all_variants | one_line)" ;;
	esac
}

check_variant()
{
	case $2 in
	*/*)
		check_variant_name "$2"
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
