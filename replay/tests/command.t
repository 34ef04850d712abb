#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# One command: what it is called by, where, and with which options.
set -eu
. "$(dirname -- "$0")/tap.sh"

uml_replay=$replay/uml-replay
blank="$tmp/with blanks"
mkdir "$blank"

# commands: those that there are.
commands()
{
	ls "$replay/cmd"
}

# listed: those that --help has.
listed()
{
	"$uml_replay" --help | sed -n 's/^  \([a-z][a-z-]*\)  *[^ ].*/\1/p'
}

# same_lines FILE FILE: but for their order.
same_lines()
{
	sort "$1" >"$1.sorted"
	sort "$2" | diff "$1.sorted" -
}

attempt "$uml_replay" --help
test_that '--help: status' status_is 0
commands >"$tmp/commands"
listed >"$tmp/listed"
test_that '--help lists each command once' same_lines "$tmp/commands" "$tmp/listed"
test_that '--help: what a command is, from its own comment' \
	says "$(sed -n '4s/^# bisect - //p' "$replay/cmd/bisect")"
attempt "$uml_replay"
test_that 'no command: status' status_is 2
test_that 'no command: the usage' says 'usage: uml-replay COMMAND'
attempt "$uml_replay" help run
test_that 'help COMMAND: its usage' says 'usage: uml-replay run'
for command in $(commands); do
	attempt "$uml_replay" "$command" --help
	test_that "$command --help: its usage" says "usage: uml-replay $command"
	attempt "$uml_replay" "$command" --nonesuch
	test_that "$command: an option that is none is refused" says "there is no option '--nonesuch'"
	wanted=2
	[ "$command" != bisect-run ] || wanted=128
	test_that "$command: an option that is none: status" status_is "$wanted"
done

# wrong TEXT COMMAND...: status 2, and it says TEXT.
wrong()
{
	text=$1
	shift
	attempt "$@"
	test_that "$*: status" status_is 2
	test_that "$*: says '$text'" says "$text"
}

# git takes the status: 128 stops it, and 125 would skip every revision.
for what in "kernel nosuchseries" "kernel /tmp" "variant nosuch --kernel 6.1" "variant /nowhere.patch --kernel 6.1"; do
	# shellcheck disable=SC2086 # they are words
	attempt "$uml_replay" bisect-run punch-fault --$what
	test_that "bisect-run --$what: git stops" status_is 128
	test_that "bisect-run --$what: says it is no such thing" says "'$(echo "$what" | cut -d ' ' -f 2)'"
done

wrong "uml-replay: there is no command 'rnu'; did you mean 'run'?" "$uml_replay" rnu
wrong "there is no command 'tmeline'; did you mean 'timeline'?" "$uml_replay" tmeline
wrong "there is no command 'xxxxxx'; uml-replay --help lists them" "$uml_replay" xxxxxx
wrong "there is no command '../cmd/run'" "$uml_replay" ../cmd/run
wrong "there is no option '--varaint'; did you mean '--variant'?" "$uml_replay" run punch-fault --varaint=x
wrong '--kernel takes a value, and nothing is behind it' "$uml_replay" run punch-fault --kernel
test_that 'a value that is missing: what it would be' says '  --kernel K        a series, or a path to a source tree'
wrong "the number of a step is expected behind --step, and it is '0'" "$uml_replay" debug punch-fault --step=0
for number in x 0 010 1.5 -1; do
	wrong "a number of seconds from 1 is expected behind --limit, and it is '$number'" "$uml_replay" run punch-fault --limit "$number"
done
wrong "a number of seconds from 1 of up to 15 digits is expected" "$uml_replay" run punch-fault --limit 99999999999999999999
for option in random executions jobs 'split file'; do
	# shellcheck disable=SC2086 # they are words
	wrong "a number from 1 is expected behind --${option% *}, and it is '0'" "$uml_replay" explore punch-fault --$option 0
done
wrong "one of direct|gdb|none is expected behind --confirm, and it is 'no'" "$uml_replay" explore --confirm no
wrong "all, or a number, is expected behind --bound, and it is 'x'" "$uml_replay" explore --bound=x
wrong "a value is expected behind --variant, and it is ''" "$uml_replay" run punch-fault --variant=
wrong "--quiet takes no value, and '1' is given" "$uml_replay" run --quiet=1
wrong '--split takes a file, and nothing is behind it' "$uml_replay" explore --split
wrong "'now' is too much" "$uml_replay" bench now
wrong "one scenario is taken at a time, and these are two: 'a', 'b'" "$uml_replay" verify a b
attempt "$uml_replay" list lost-update
test_that 'list: a comment of one line' says 'lost-update: Two actors add to what they share in user space, and one may do so behind'
attempt "$uml_replay" list -- --nonesuch
test_that 'behind -- nothing is an option' says "no scenario is named '--nonesuch'"

# How it was called is how it is to be called again.
mkdir "$blank/bin"
ln -s "$uml_replay" "$blank/bin"
# again: the command that the last attempt gives.
again()
{
	sed -n 's/.*to look around: //p' "$tmp/out"
}

attempt "$uml_replay" run lost-update --direct
test_that 'called by its path: again by that' [ "$(again)" = "$uml_replay debug lost-update --kernel 6.1 --variant mainline" ]
attempt env PATH="$blank/bin:$PATH" uml-replay run lost-update --direct
test_that 'found by its name, through a link: again by that' \
	[ "$(again)" = 'uml-replay debug lost-update --kernel 6.1 --variant mainline' ]
attempt env -C "$top" replay/uml-replay run lost-update --direct
test_that 'from where it is: again from there' \
	[ "$(again)" = 'replay/uml-replay debug lost-update --kernel 6.1 --variant mainline' ]
attempt "$blank/bin/uml-replay" run lost-update --direct --keep "$blank/kept run"
test_that 'by a path with blanks: it can be pasted' \
	[ "$(again)" = "'$blank/bin/uml-replay' debug lost-update --kernel 6.1 --variant mainline" ]
test_that 'in a file it is its name' grep -q '^command=SCENARIOS=.* uml-replay run lost-update ' "$blank/kept run/meta"
attempt sh -c "echo list | $(again)"
test_that 'what it says, pasted: gdb is there' says '(replay)'

# Where the user is.
attempt env -C "$tests/scenarios/lost-update" "$uml_replay" run --direct
test_that "in a scenario's folder: that is it" status_is 1
test_that "in a scenario's folder: says so" says "scenario: lost-update, in $tests/scenarios/lost-update"
attempt env -C "$top/scenarios/shmem/punch-fault/expected" "$uml_replay" points
test_that 'below one, of a command that has a default' says 'scenario: punch-fault, in '
attempt env -C "$tests/scenarios/lost-update" "$uml_replay" run punch-fault --direct
test_that 'another one that is named' says '# PASS punch-fault, '
attempt env -C "$top/scenarios/shmem/punch-fault" "$uml_replay" run ./store --direct
test_that 'a further schedule, by its path' says '# PASS punch-fault/store, '
test_that 'a further schedule: the case of its program' says '# outcome user space sees: 0x79'
wrong "scenario 'punch-fault' has no schedule 'raed'; its schedules are: punch-fault read sendfile store" \
	"$uml_replay" run punch-fault/raed
attempt env -C "$tmp" "$uml_replay" run
test_that 'nowhere, and none is named: status' status_is 2
test_that 'nowhere, and none is named: the usage' says 'usage: uml-replay run [SCENARIO]'

# A tree, and what is asked of it before it is built. That it has no source is found there.
tree="$blank/linux tree"
mkdir -p "$tree/arch/um" "$tree/mm"
printf 'VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 0\n' >"$tree/Makefile"
for command in run verify reproduce points expect explore debug timeline; do
	attempt env -C "$tree/mm" "$uml_replay" "$command" punch-fault --variant nonesuch
	case $command in
	reproduce) attempt env -C "$tree/mm" CC=false "$uml_replay" "$command" punch-fault ;;
	esac
	test_that "$command in a kernel tree: that is the kernel" says "kernel: the tree in $tree"
done
for command in build source; do
	attempt env -C "$tree/mm" CC=false REPLAY_BUILD="$tmp/no:build" "$uml_replay" "$command"
	test_that "$command in a kernel tree: that is the kernel" says "kernel: the tree in $tree"
done
attempt env -C "$tree/mm" "$uml_replay" run punch-fault --kernel 6.2
test_that 'a kernel that is named is the kernel' says_not 'kernel: the tree'
attempt env -C "$tree" "$uml_replay" bisect v1 v2 punch-fault
test_that 'bisect in a kernel tree: that is the tree' says "kernel: the tree in $tree"
attempt env -C "$(dirname "$("$uml_replay" source 6.1)")/tree/mm" "$uml_replay" run punch-fault --variant nonesuch
test_that 'what is built here is not taken for a tree of the user' says_not 'kernel: the tree'

# mainline is BROKEN, and the others are shown: the assertion is of a page that 'delete' takes out.
cp -r "$top/scenarios/shmem/punch-fault" "$tmp/hole"
mv "$tmp/hole/punch-fault.c" "$tmp/hole/hole.c"
rm -r "$tmp"/hole/*.gdb "$tmp"/hole/expected/[!dm]*
echo shmem >"$tmp/hole/subsystem"
cat >"$tmp/hole/hole.gdb" <<'END'
let swapin reach swapin_confirmed
let punch reach trylock_failed
let swapin reach swapin_failing
assert !PageSwapCache(page_of($punch))
let swapin finish
let punch finish
END
attempt "$uml_replay" reproduce "$tmp/hole" --kernel 6.1
test_that 'reproduce, mainline is BROKEN: status' status_is 2
# shellcheck disable=SC2016 # gdb expands it
test_that 'reproduce, mainline is BROKEN: said, and why' \
	says '  mainline: step 3 (swapin reach swapin_failing): assertion failed: !PageSwapCache(page_of($punch))'
test_that 'reproduce, mainline is BROKEN: another is shown' grep -q '^    delete  *0x00 .*PASS$' "$tmp/out"

# What is made of the comments of the commands, and put where the user wants it.
# found PREFIX: all that is there.
found()
{
	( cd "$1" && find . | sort )
}

prefix="$blank/pre fix"
mkdir -p "$prefix/share/man" "$prefix/bin"
: >"$prefix/bin/other"
found "$prefix" >"$tmp/before"
attempt make -s -C "$top" install PREFIX="$prefix"
test_that 'install: status' status_is 0
attempt env PATH="$prefix/bin:$PATH" uml-replay list
test_that 'installed: it runs' status_is 0
page=$prefix/share/man/man1/uml-replay.1
completion=$prefix/share/bash-completion/completions/uml-replay
# shown COMMAND: what the man page has of it is what --help says.
for command in $(commands); do
	attempt "$uml_replay" "$command" --help
	while IFS= read -r line; do
		line=$(printf '%s\n' "$line" | sed 's/^usage: //; s/^  *//; s/\\/\\e/g; s/-/\\-/g')
		grep -qF -- "$line" "$page" || printf '%s: %s\n' "$command" "$line"
	done <"$tmp/out"
done >"$tmp/lacking"
test_that 'the man page has what --help says' [ ! -s "$tmp/lacking" ]

# completes WORD...: what the last of them may be.
completes()
{
	# shellcheck disable=SC2016 # bash expands it
	env PATH="$prefix/bin:$PATH" bash -c '. "$0"
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
		_uml_replay
		printf "%s\n" "${COMPREPLY[@]}"' "$completion" "$@"
}

test_that 'completed: a command' [ "$(completes uml-replay time)" = timeline ]
test_that 'completed: an option' [ "$(completes uml-replay explore --conf)" = --confirm ]
test_that 'completed: what it takes' [ "$(completes uml-replay explore --confirm d)" = direct ]
test_that 'completed: a scenario' [ "$(completes uml-replay run anon-r)" = anon-readahead ]
attempt make -s -C "$top" install PREFIX="$prefix"
test_that 'install once more: status' status_is 0
: >"$prefix/share/man/man1/other.1"
attempt make -s -C "$top" uninstall PREFIX="$prefix"
test_that 'uninstall: status' status_is 0
printf '%s\n' ./share/man/man1 ./share/man/man1/other.1 >>"$tmp/before"
found "$prefix" >"$tmp/after"
test_that 'uninstall: what was there, and what came, is there still' same_lines "$tmp/before" "$tmp/after"
: >"$prefix/bin/uml-replay"
attempt make -s -C "$top" install PREFIX="$prefix"
test_that 'what is of somebody else is not written over' says "'$prefix/bin/uml-replay' is there already"

# Paths with blanks.
mkdir "$blank/tmp" "$blank/races"
cp -r "$tests/scenarios/lost-update" "$blank/races/"
attempt env TMPDIR="$blank/tmp" REPLAY_RUNS="$blank/runs" "$uml_replay" run "$blank/races/lost-update" --keep "$blank/gdb"
test_that 'blanks in TMPDIR, REPLAY_RUNS and the scenario: it runs' status_is 1
for command in "timeline|$blank/gdb" "explain|$blank/gdb" "table|$blank/gdb" "run|--again|$blank/gdb" \
	"timeline|$blank/races/lost-update|--direct" "diff|$blank/gdb|$blank/gdb" \
	"explore|$blank/races/lost-update|--out|$blank/found|--state|$blank/state" \
	"expect|$blank/races/lost-update" "report|--from|$blank/found|--to|$blank/report"; do
	IFS='|'
	# shellcheck disable=SC2086 # the words are split
	set -- $command
	unset IFS
	attempt env TMPDIR="$blank/tmp" REPLAY_RUNS="$blank/runs" SCENARIOS="$blank/races" "$uml_replay" "$@"
	test_that "blanks: $1" [ "$status" -le 1 ]
done

# The build directory, too; build.t builds in one.
kernel=$("$uml_replay" build 6.1 mainline punch-fault)
kernels="$blank/a: build/kernels/6.1"
mkdir -p "$kernels/tree"
cp -r "$kernel" "$kernels"
cp "${kernel%/*}/tree/.replay-version" "${kernel%/*}/tree/Makefile" "$kernels/tree"
# It asks for what punch-fault does.
cp -r "$top/scenarios/shmem/punch-fault" "$blank/races/filed"
mv "$blank/races/filed/punch-fault.c" "$blank/races/filed/filed.c"
mv "$blank/races/filed/punch-fault.gdb" "$blank/races/filed/filed.gdb"
mkdir -p "$blank/races/filed/files/etc/a"
echo hello >"$blank/races/filed/files/etc/a/file"
echo shmem >"$blank/races/filed/subsystem"
for command in "run|punch-fault|--keep|$blank/punched" "stacks|$blank/punched" "timeline|$blank/races/filed" \
	"diff|punch-fault|$blank/punched" 'points|shmem_*|--try|punch-fault' "explore|punch-fault|--out|$blank/found-too" \
	"report|--from|$blank/found-too" 'debug|punch-fault'; do
	IFS='|'
	# shellcheck disable=SC2086 # the words are split
	set -- $command
	unset IFS
	attempt env REPLAY_BUILD="$blank/a: build" TMPDIR="$blank/tmp" "$uml_replay" "$@"
	test_that "blanks in the build directory: $1" [ "$status" -le 1 ]
done

test_that 'nothing is left' nothing_left
done_testing
