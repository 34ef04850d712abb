# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2154 # set where this is read
#
# What a scenario needs. Its file 'needs' has the names of recipes, which are in uml-config/needs, and
# 'kernel >= 6.12' or 'kernel < 6.12'. If a kernel cannot have that, the scenario is SKIP.

# says_needs: does the scenario need anything? This starts no other program.
says_needs()
{
	[ -e "$own/needs" ] || [ -e "$shared/needs" ]
}

# recipe_names: those that there are, as they are listed.
recipe_names()
{
	sed -n 's/^\([a-z0-9_]*\): .*/\1/p' "$top/uml-config/needs"
}

# recipe NAME: what it is made of, a line each: 'from KERNEL: WHY', 'to KERNEL: WHY', or an option.
recipe()
{
	sed -n "/^$1: /,/^[^	]/s/^	//p" "$top/uml-config/needs" | while IFS= read -r recipe_line; do
		case $recipe_line in
		from\ *|to\ *)
			echo "$recipe_line"
			continue ;;
		esac
		for recipe_word in $recipe_line; do
			case $recipe_word in
			*[a-z]*) recipe "$recipe_word" ;;
			*) echo "$recipe_word" ;;
			esac
		done
	done
}

# as_options: of what recipes are made of, on standard input, the options, as CONFIG_NAME=.
as_options()
{
	sed '/^from /d; /^to /d; s/.*/CONFIG_&=/' | sort -u
}

# recipe_lines NAME...: what they are made of: NAME, and a line of recipe.
recipe_lines()
{
	for recipe_of; do
		recipe "$recipe_of" | while IFS= read -r recipe_line; do
			echo "$recipe_of $recipe_line"
		done
	done
}

# recipes_config KERNEL: the lines of Kconfig that the recipes on standard input are in its series.
recipes_config()
{
	recipe_options=$(while read -r recipe_name; do recipe "$recipe_name"; done | as_options)
	[ -z "$recipe_options" ] || {
		grep '^CONFIG_' "$top/uml-config/replay.config"
		wide_config "$1"
	} | grep -F "$recipe_options"
}

# needs_lines: what the scenario says that it needs, but for comments.
needs_lines()
{
	for part in "$shared/needs" "$own/needs"; do
		[ -e "$part" ] || continue
		while read -r need_line; do
			case $need_line in ''|'#'*) ;; *) echo "$need_line" ;; esac
		done <"$part"
	done
}

# needed: the recipes that it names, a line each.
needed()
{
	needs_lines | while read -r need_words; do
		for need_word in $need_words; do
			[ "$need_word" != kernel ] || break
			echo "$need_word"
		done
	done
}

# read_needs: $needs_made is recipe_lines of these, once for a scenario: whether it can be had, and which
# kernel it is, are both asked before each run.
read_needs()
{
	# shellcheck disable=SC2046 # they are words
	[ -n "$needs_made" ] || needs_made=$(recipe_lines $(needed))
}

# needed_options: what those are made of, as CONFIG_NAME=.
needed_options()
{
	read_needs
	echo "$needs_made" | sed 's/^[^ ]* //; /^$/d' | as_options
}

# needed_config: the lines that wide.config has of these, for whichever series.
needed_config()
{
	recipe_options=$(needed_options)
	[ -z "$recipe_options" ] || grep -F "$recipe_options" "$top/uml-config/wide.config"
}

# needs_config KERNEL: the lines that these are. The wide kernel has them already.
needs_config()
{
	says_wide || ! says_needs || needed | recipes_config "$1"
}

# is_before VERSION OTHER: as 5.10 is before 6.1.
is_before()
{
	[ $((${1%%.*} * 1000 + ${1#*.})) -lt $((${2%%.*} * 1000 + ${2#*.})) ]
}

# what_lacks VERSION: of recipe_lines on standard input the first that a kernel of that version cannot have: NAME
# WHY.
what_lacks()
{
	while read -r lacks_name lacks_word lacks_end lacks_why; do
		case $lacks_word in
		from) ! is_before "$1" "${lacks_end%:}" || break ;;
		to) ! is_before "${lacks_end%:}" "$1" || break ;;
		esac
	done
	[ -z "$lacks_name" ] || echo "$lacks_name $lacks_why"
}

# recipe_lacks NAME VERSION: why a kernel of that version cannot have it; nothing where it can.
recipe_lacks()
{
	recipe_lines "$1" | what_lacks "$2" | sed 's/^[^ ]* //'
}

# wrong_need: the first line that says of a kernel what cannot be said.
wrong_need()
{
	needs_lines | while read -r need_word need_sign need_end; do
		case $need_word$need_sign in
		'kernel>='|'kernel<')
			case $need_end in
			*[!0-9.]*|*.*.*|.*|*.) ;;
			*.*) continue ;;
			esac ;;
		kernel*) ;;
		*) continue ;;
		esac
		echo "$need_word $need_sign $need_end"
		break
	done
}

# check_needs: the file says what it can say.
check_needs()
{
	says_needs || return 0
	read_needs
	for one in $(needed); do
		case $newline$needs_made in
		*"$newline$one "*) ;;
		*) die "$own says '$one' in 'needs', and no recipe is named so; the recipes are: $(recipe_names | one_line)" ;;
		esac
	done
	wrong=$(wrong_need)
	[ -z "$wrong" ] ||
		die "$own says '$wrong' in 'needs'; a line there is 'kernel >= 6.12', 'kernel < 6.12', or names of recipes"
}

# unmet_need KERNEL: what the scenario needs, and this kernel cannot have; nothing where it has all.
unmet_need()
{
	says_needs || return 0
	need_version=$(version_name "$1")
	unmet_kernel=$(needs_lines | while read -r need_word need_sign need_end; do
		[ "$need_word" = kernel ] || continue
		if is_before "$need_version" "$need_end"; then need_is='<'; else need_is='>='; fi
		[ "$need_is" = "$need_sign" ] || {
			echo "a kernel $need_sign $need_end, and this is $need_version"
			break
		}
	done)
	if [ -n "$unmet_kernel" ]; then
		echo "$unmet_kernel"
		return
	fi
	read_needs
	echo "$needs_made" | what_lacks "$need_version" | while read -r need_name need_why; do
		echo "$need_name, which kernel $need_version cannot have: $need_why"
	done
}
