#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# The part in the kernel is in layers, and its Makefile has one a line: no file calls or
# includes one of a layer above its own; and nobody asks which director there is. The library of the
# guest is a layer below the scenarios.
set -eu
. "$(dirname -- "$0")/tap.sh"
# shellcheck source=replay/lib/lib.sh
. "$replay/lib/lib.sh"
goes_with_this "$tmp"

# layers: NUMBER NAME of each file, from 1.
layers()
{
	sed -n 's/^obj-y [+:]= //p' "$1/Makefile" | sed 's/\.o//g' | nl -w 1 -s ' ' |
		while read -r layer names; do
			for name in $names; do echo "$layer $name"; done
		done
}

# upwards: of lines LAYER FILE LAYER WHAT, those that point up.
upwards()
{
	awk '$3 > $1 { print $2 " needs " $4; up = 1 } END { exit up }'
}

# calls OBJECTS LAYERS: what each object needs of another.
calls()
{
	while read -r layer name; do
		nm --defined-only "$1/$name.o" | sed -n "s/.* [A-Z] /$layer /p"
	done <"$2" | sort -k 2 >"$tmp/defined"
	while read -r layer name; do
		nm -u "$1/$name.o" | sed "s|.* ||; s|\$| $layer $name|"
	done <"$2" | sort | join -1 1 -2 2 -o 1.2,1.3,2.1,1.1 - "$tmp/defined"
}

# includes SOURCES LAYERS: what each file, and its header, includes.
includes()
{
	sort -k 2 "$2" >"$tmp/sorted"
	while read -r layer name; do
		cat "$1/$name".[ch] 2>/dev/null | sed -n "s|^#include \"\([a-z_/]*\)\.h\"|\1 $layer $name|p"
	done <"$2" | sort | join -1 1 -2 2 -o 1.2,1.3,2.1,1.1 - "$tmp/sorted"
}

kernel=$("$replay/cmd/build" 6.1)
objects=${kernel%/*}/obj/kernel/replay
layers "$replay/kernel" >"$tmp/layers"
calls "$objects" "$tmp/layers" >"$tmp/calls"
includes "$replay/kernel" "$tmp/layers" >"$tmp/includes"
test_that 'there are calls between files' [ "$(wc -l <"$tmp/calls")" -gt 50 ]
test_that 'there are includes between files' [ "$(wc -l <"$tmp/includes")" -gt 20 ]
up() { upwards <"$1"; }
is_seen() { ! up "$1"; }
test_that 'no file calls one above it' up "$tmp/calls"
test_that 'no file includes one above it' up "$tmp/includes"

# How user-mode Linux comes into the kernel is told to nobody, neither by name nor by folder.
entries()
{
	grep -o '"[a-z_]*"' "$replay/abi/entry.h" | tr -d '"' | while read -r name; do
		grep "^$name " "$kernel/functions" || echo "$name 0 nowhere:1"
	done | sed "s|^\([^ ]*\) [^ ]* |\1 at /x/tree/|"
}
entries >"$tmp/entries"
test_that 'functions by which one comes into the kernel' [ "$(wc -l <"$tmp/entries")" -ge 5 ]
host_program view
test_that 'each of them is in a folder that no stack shows' [ -z "$("$host_program" frames <"$tmp/entries")" ]

# asks DIRECTORY: each line that does, but for who defines a director and who selects it.
asks()
{
	grep -nE '&replay_(steps|explore)\b|replay_director *[=!]=|replay_sink_is_socket' "$1"/*.[ch] |
		grep -vE '/procfs\.c:|/sink\.[ch]:'
}
asks_none() { ! asks "$1"; }
test_that 'no file asks which director there is' asks_none "$replay/kernel"
mkdir "$tmp/asks"
echo 'if (replay_sink_is_socket())' >"$tmp/asks/points.c"
test_that 'who asks is seen' asks "$tmp/asks"

# The other way round, it is seen.
sed 's/^\([0-9]*\)/-\1/' "$tmp/layers" >"$tmp/reversed"
calls "$objects" "$tmp/reversed" >"$tmp/calls"
test_that 'a call from below is seen' is_seen "$tmp/calls"
includes "$replay/kernel" "$tmp/reversed" >"$tmp/includes"
test_that 'an include from below is seen' is_seen "$tmp/includes"

# The guest's library is below all scenarios: what it includes is its own, or of abi.
above_guest()
{
	sed -n 's|^#include "\(.*\)"$|\1|p' "$1"/guest/*.[ch] | while read -r header; do
		[ -e "$1/guest/$header" ] || [ -e "$1/$header" ] || echo "$header"
	done
}
test_that 'the guest includes nothing of scenarios' [ -z "$(above_guest "$replay")" ]
mkdir "$tmp/guest"
echo '#include "device.h"' >"$tmp/guest/init.c"
test_that 'such an include is seen' [ "$(above_guest "$tmp")" = device.h ]

# A view reads run directories and makes none: its program begins no other, and where the user names what is to
# be run, lib/made.sh has it run.
begins_any()
{
	grep -rnE '\b(fork|vfork|clone|posix_spawn|exec[lv]p?e?|system|popen)\(' "$1"
}
makes_runs()
{
	grep -nE 'cmd/(run|check)\b' "$@"
}
views_make_none()
{
	( cd "$replay/cmd" && ! makes_runs diff explain matrix report stacks table timeline )
}
for part in view draw result trace; do
	test_that "host/$part begins no program" eval "! begins_any '$replay/host/$part'"
done
test_that 'who begins one is seen' begins_any "$replay/host/guests"
test_that 'no view makes a run' views_make_none
test_that 'who makes one is seen' makes_runs "$replay/lib/made.sh"

done_testing
