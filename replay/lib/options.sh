# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# The usage comment of a command defines its options, a line each:
#
#   --name VALUE      what it is
#
# with two blanks before what it is. --help prints this comment, the man page and the completion
# are made from it, and the functions here parse it. The name of VALUE says which values the option
# takes:
#
#   N                 a number
#   COUNT, SECONDS, RUNS, STEP
#                     a number from 1
#   a|b|N             one of these words, or a number
#   FILE...           may be given several times
#
# Of any other VALUE the functions here check only that it is given; the command checks the rest.
#
# --help prints the default kernel for @default_kernel@, and the default scenario for @flagship@.

newline='
'

# usage_of FILE: print the help of a script, which is the comment at its top.
usage_of()
{
	sed -n "/^# usage:/,/^[^#]/{ /^#/!d; s/^# \{0,1\}//; s/@default_kernel@/$default_kernel/; s/@flagship@/$flagship/; p; }" "$1"
}

# options_of FILE: print the options of a script, a line each: --name VALUE.
options_of()
{
	sed -n '/^# usage:/,/^[^#]/s/^#   \(--\{0,1\}[a-z][^ ]*\( [^ ]\{1,\}\)*\).*/\1/p' "$1"
}

# other_options_of FILE: print the options that a script takes for another: [OPTION of COMMAND].
other_options_of()
{
	sed -n '/^[^#]/q; s/.*\[OPTION of \([a-z-]*\)\].*/\1/p' "$1" | sort -u | while read -r other; do
		options_of "$replay/cmd/$other"
	done
}

# operand WORD: one more.
operand()
{
	quote "$1"
	operands="$operands $quoted"
}

# show_option NAME: as the usage has it, behind an error.
show_option()
{
	for script in "$0" "$replay"/cmd/*; do
		usage_of "$script" | sed -n "/^  $1 /{p;:next;n;/^      /{p;b next};q}" | grep . && break
	done >&2
	end "$BROKEN"
}

# value_is VALUE TYPE: $wanted says what is, where it is not.
value_is()
{
	case $2 in
	N|COUNT|SECONDS|RUNS|STEP)
		case $2 in
		N) wanted='a number' ;;
		COUNT) wanted='a number from 1' ;;
		SECONDS) wanted='a number of seconds from 1' ;;
		RUNS) wanted='a number of runs from 1' ;;
		STEP) wanted='the number of a step' ;;
		esac
		case $1 in
		# The shell would take 010 for 8, and counts up to 2^63.
		''|*[!0-9]*|0?*) return 1 ;;
		0) [ "$2" = N ] || return 1 ;;
		esac
		[ "${#1}" -le 15 ] || {
			wanted="$wanted of up to 15 digits"
			return 1
		} ;;
	*'|'*)
		case "|$2|" in
		*"|$1|"*) ;;
		*'|N|'*)
			value_is "$1" N || {
				wanted="${2%'|N'}, or a number,"
				return 1
			} ;;
		*)
			wanted="one of $2"
			return 1 ;;
		esac ;;
	*)
		case $2 in
		DIR) wanted='a directory' ;;
		FILE*) wanted='a file' ;;
		KIND) wanted='a kind' ;;
		*) wanted='a value' ;;
		esac
		[ -n "$1" ] ;;
	esac
}

# options ARGUMENT...: each option sets the variable of its name, to 1 where it takes no
# value; '-' is '_' there, and what has a second value has it in NAME_2. $operands is the rest,
# to be set by eval, and $given those options that are of another command.
options()
{
	operands='' given='' own_options='' other_options=
	while [ $# -gt 0 ]; do
		case $1 in
		-h|--help)
			usage_of "$0"
			exit ;;
		--)
			shift
			for word; do operand "$word"; done
			return ;;
		-?*) option "$@" ;;
		*)
			operand "$1"
			used=1 ;;
		esac
		shift "$used"
	done
}

# has_option OPTIONS NAME: $types are its values.
has_option()
{
	case $1 in
	*"$newline$2$newline"*) types= ;;
	*"$newline$2 "*)
		types=${1#*"$newline$2 "}
		types=${types%%"$newline"*} ;;
	*) return 1 ;;
	esac
}

# option ARGUMENT...: the first of them is one, and $used are taken.
option()
{
	[ -n "$own_options" ] || own_options=$newline$(options_of "$0")$newline
	word=$1 attached='' others=
	case $word in
	--*=*)
		attached=1
		word=${1%%=*} ;;
	esac
	has_option "$own_options" "$word" || {
		others=1
		[ -n "$other_options" ] || other_options=$newline$(other_options_of "$0")$newline
		has_option "$other_options" "$word" || no_option "$word"
	}
	name=${word#-}
	name=${name#-}
	case $name in *-*) name=${name%%-*}_${name#*-} ;; esac
	if [ -z "$types" ]; then
		[ -z "$attached" ] || die "$word takes no value, and '${1#*=}' is given; see $me --help"
		eval "$name=1"
		used=1
	else
		value=${1#*=} used=1
		if [ -z "$attached" ]; then
			[ $# -gt 1 ] || no_value
			value=$2 used=2
		fi
		take "$name" "${types%% *}"
		case $types in
		*' '*)
			shift "$used"
			[ $# -gt 0 ] || no_value
			value=$1 used=$((used + 1))
			take "${name}_2" "${types#* }" ;;
		esac
	fi
	[ -n "$others" ] || return 0
	quote "$word"
	given="$given $quoted"
	[ -n "$types" ] || return 0
	quote "$value"
	given="$given $quoted"
}

# take NAME TYPE: the variable gets $value.
take()
{
	value_is "$value" "$2" || {
		printf "%s: %s is expected behind %s, and it is '%s'\n" "$me" "$wanted" "$word" "$value" >&2
		show_option "$word"
	}
	case $2 in
	*...)
		quote "$value"
		eval "$1=\"\$$1 \$quoted\"" ;;
	*) eval "$1=\$value" ;;
	esac
}

# no_value: behind $word.
no_value()
{
	value_is '' "${types%% *}" || :
	printf '%s: %s takes %s, and nothing is behind it\n' "$me" "$word" "$wanted" >&2
	show_option "$word"
}

no_option()
{
	# shellcheck disable=SC2046 # the names are words
	near=$(may_mean "$1" $(echo "$own_options$other_options" | cut -d ' ' -f 1))
	die "there is no option '$1'$near see $me --help"
}

# may_mean WORD NAME...: the end of a sentence that says so, if it may.
may_mean()
{
	near=$(nearest "$@")
	[ -z "$near" ] || near=" did you mean '$near'?"
	echo ";$near"
}

# no_operands [WORD]...: none is left.
no_operands()
{
	[ $# = 0 ] || die "'$1' is too much; see $me --help"
}

# wrong_usage: what is expected is the usage.
wrong_usage()
{
	usage_of "$0" >&2
	end "$BROKEN"
}

# kernel_here: the kernel tree that the user is in, or nothing. What is made here is none.
kernel_here()
{
	here=$PWD
	while [ -n "$here" ]; do
		case $here in "$build"|"$build"/*) return ;; esac
		if [ -d "$here/arch/um" ] && grep -qs '^PATCHLEVEL = ' "$here/Makefile"; then
			echo "$here"
			return
		fi
		here=${here%/*}
	done
}

# take_kernel: $kernel, where none was given, is the tree that the user is in.
take_kernel()
{
	[ -z "$kernel" ] || return 0
	kernel=$(kernel_here)
	if [ -n "$kernel" ]; then
		echo "kernel: the tree in $kernel" >&2
	else
		kernel=$default_kernel
	fi
}

# scenario_here: the folder of a scenario that the user is in, or nothing.
scenario_here()
{
	here=$PWD
	while [ -n "$here" ]; do
		if is_scenario "$here"; then
			echo "$here"
			return
		fi
		here=${here%/*}
	done
}

# take_scenario: $scenario, where none was given, is that whose folder the user is in, or $default_scenario.
take_scenario()
{
	[ -z "$scenario" ] || return 0
	scenario=$(scenario_here)
	if [ -n "$scenario" ]; then
		echo "scenario: ${scenario##*/}, in $scenario" >&2
	else
		scenario=$default_scenario
		[ -n "$scenario" ] || wrong_usage
	fi
}

# one_scenario [OPERAND]...: of a command that takes a scenario, and nothing else.
one_scenario()
{
	[ $# -le 1 ] || die "one scenario is taken at a time, and these are two: '$1', '$2'; see $me --help"
	scenario=${1-}
	take_scenario
}
