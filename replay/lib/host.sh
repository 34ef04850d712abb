# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# The compiler of this host, and the programs of replay/host, which are compiled when they are first wanted.

# ask_compiler: $REPLAY_COMPILER is what it says of itself, for this script and those that it calls; nothing where
# none is installed, which is missed where it is needed.
ask_compiler()
{
	REPLAY_COMPILER=${REPLAY_COMPILER-$(${CC:-gcc} --version 2>/dev/null || :)}
	export REPLAY_COMPILER
}

# compiler_version: print that.
compiler_version()
{
	ask_compiler
	echo "$REPLAY_COMPILER"
}

# host_program NAME: $host_program, explore or view of replay/host, compiled once for what it is
# made of. As long as no source is newer than the note of that, no other program is asked.
host_program()
{
	host_note=$build/host/of$replay/$1
	if [ -e "$host_note" ]; then
		read -r host_program <"$host_note"
		for source in "$replay/lib/host.sh" "$replay"/abi "$replay"/abi/* "$replay"/host/* "$replay"/host/*/*; do
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
	host_program=$build/host/$1-$({ cat "$replay"/abi/* "$replay"/host/*/*; echo "$host_flags"; compiler_version; } | sha256sum | cut -c 1-12)
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
