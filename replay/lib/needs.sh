# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2154 # set where this is read
#
# What a scenario says that it needs, in its file 'needs': the names of recipes, which are in
# uml-config/needs, and 'kernel >= 6.12' or 'kernel < 6.12'. Where that cannot be had it is SKIP.

# says_needs: the scenario does. No other program is asked.
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

# options_of_recipes: of the names on standard input, what they are made of, as CONFIG_NAME=.
options_of_recipes()
{
	while read -r recipe_name; do
		recipe "$recipe_name"
	done | sed '/^from /d; /^to /d; s/.*/CONFIG_&=/' | sort -u
}

# recipes_config KERNEL: the lines of Kconfig that the recipes on standard input are in its series.
recipes_config()
{
	recipe_options=$(options_of_recipes)
	[ -z "$recipe_options" ] || {
		grep '^CONFIG_' "$top/uml-config/replay.config"
		wide_config "$1"
	} | grep -F "$recipe_options"
}

# needed: the recipes that the scenario names, a line each.
needed()
{
	cat_parts needs | sed '/^#/d; /^kernel /d' | tr -s '[:blank:]' '\n' | sed '/^$/d' | sort -u
}

# needed_options: what those are made of, as CONFIG_NAME=.
needed_options()
{
	needed | options_of_recipes
}

# needs_config KERNEL: the lines that these are. The wide kernel has them already.
needs_config()
{
	says_wide || ! says_needs || needed | recipes_config "$1"
}

# is_before VERSION OTHER: as 5.10 is before 6.1.
is_before()
{
	[ "$1" != "$2" ] && [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

# recipe_lacks NAME VERSION: why a kernel of that version cannot have it; nothing where it can.
recipe_lacks()
{
	recipe "$1" | while IFS= read -r recipe_line; do
		recipe_end=${recipe_line#* }
		recipe_why=${recipe_end#*: }
		recipe_end=${recipe_end%%:*}
		case $recipe_line in
		from\ *) ! is_before "$2" "$recipe_end" || echo "$recipe_why" ;;
		to\ *) ! is_before "$recipe_end" "$2" || echo "$recipe_why" ;;
		esac
	done | head -n 1
}

# check_needs: the file says what it can say.
check_needs()
{
	says_needs || return 0
	for one in $(needed); do
		recipe_names | has_line "$one" ||
			die "$own says '$one' in 'needs', and no recipe is named so; the recipes are: $(recipe_names | one_line)"
	done
	wrong=$(cat_parts needs | grep '^kernel ' | grep -vxE 'kernel +(>=|<) +[0-9]+\.[0-9]+' | head -n 1)
	[ -z "$wrong" ] ||
		die "$own says '$wrong' in 'needs'; a line there is 'kernel >= 6.12', 'kernel < 6.12', or names of recipes"
}

# unmet_need KERNEL: what the scenario needs, and this kernel cannot have; nothing where it has all.
unmet_need()
{
	says_needs || return 0
	need_version=$(version_name "$1")
	{
		cat_parts needs | sed -n 's/^kernel  *//p' | while read -r need_sign need_end; do
			if is_before "$need_version" "$need_end"; then need_is='<'; else need_is='>='; fi
			[ "$need_is" = "$need_sign" ] || echo "a kernel $need_sign $need_end, and this is $need_version"
		done
		needed | while read -r need_name; do
			need_why=$(recipe_lacks "$need_name" "$need_version")
			[ -z "$need_why" ] || echo "$need_name, which kernel $need_version cannot have: $need_why"
		done
	} | head -n 1
}
