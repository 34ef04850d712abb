#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# How a command ends where it cannot go on: 1 is a check of a scenario that failed, and nothing else.
set -eu
. "$(dirname -- "$0")/tap.sh"

uml_replay=$replay/uml-replay
REPLAY_BUILD=${REPLAY_BUILD:-$top/build}
export REPLAY_BUILD
"$uml_replay" run lost-update --direct --keep "$tmp/kept" >/dev/null || :
"$uml_replay" run many --direct --quiet >/dev/null

# ends_with TEXT: it is in the last line of the last attempt.
ends_with()
{
	tail -n 1 "$tmp/out" | grep -F -- "$1"
}

# blamed WHAT STATUS TEXT: of the last attempt.
blamed()
{
	test_that "$1: status" status_is "$2"
	test_that "$1: says '$3'" ends_with "$3"
}

# An output that cannot be written.
for command in list 'list lost-update' --help 'run --help' 'run lost-update --direct' 'source --version 6.1' \
	"explain $tmp/kept" points; do
	status=0
	# shellcheck disable=SC2086 # they are words
	"$uml_replay" $command >/dev/full 2>"$tmp/out" || status=$?
	blamed "$command, its output cannot be written" 2 'its output cannot be written'
done
for command in timeline table; do
	status=0
	"$uml_replay" "$command" "$tmp/kept" >/dev/full 2>"$tmp/out" || status=$?
	blamed "$command, its output cannot be written" 2 'cannot write what'
done
attempt "$uml_replay" explore lost-update --log /dev/full --out "$tmp/logged"
blamed 'explore, its log cannot be written' 2 'cannot write /dev/full: No space left on device'
status=0
"$uml_replay" bisect-run lost-update --kernel 6.1 >/dev/full 2>"$tmp/out" || status=$?
blamed 'bisect-run, its output cannot be written: git stops' 128 'its output cannot be written'
attempt sh -c "trap '' PIPE; '$uml_replay' list | head -n 1"
test_that 'whoever reads the first line only is told nothing of it' says_not 'uml-replay list:'

# The reader of a pipe ends before the command does.
for command in 'explore lost-update' 'run lost-update --direct' 'verify lost-update -n 1'; do
	# shellcheck disable=SC2086 # they are words
	"$uml_replay" $command 2>"$tmp/out" | head -n 1 >/dev/null
	test_that "$command | head: says nothing of that" says_not error
	test_that "$command | head: nothing is left" nothing_left
done

# Places that are not there.
for command in 'run lost-update' 'source 6.1' 'build 6.1' 'explore lost-update' 'verify lost-update' 'expect lost-update' \
	"timeline $tmp/kept" 'debug lost-update' 'matrix 6.1' reproduce points; do
	# shellcheck disable=SC2086 # they are words
	attempt env REPLAY_BUILD=/proc/nowhere "$uml_replay" $command
	blamed "$command, nothing can be built there" 2 "there is no directory '/proc/nowhere'; make it, or set REPLAY_BUILD"
done
# What is wrong with the command itself comes first.
for command in run explore timeline verify list reproduce debug expect 'points --try'; do
	# shellcheck disable=SC2086 # they are words
	attempt env REPLAY_BUILD=/proc/nowhere "$uml_replay" $command nosuch
	blamed "$command, no such scenario, and nothing can be built" 2 "no scenario is named 'nosuch'"
done
attempt env REPLAY_BUILD=/proc/nowhere "$uml_replay" run --limt 3
blamed 'no such option, and nothing can be built' 2 "there is no option '--limt'"
attempt env REPLAY_BUILD=/proc/nowhere "$uml_replay" bisect-run lost-update --kernel 6.1
blamed 'bisect-run, nothing can be built there: git stops' 128 "there is no directory '/proc/nowhere'"
attempt env REPLAY_RUNS=/proc/nowhere "$uml_replay" run lost-update
blamed 'no place for runs' 2 "there is no directory '/proc/nowhere'; make it, or set REPLAY_RUNS"
attempt env TMPDIR="$tmp/nowhere" "$uml_replay" diff "$tmp/kept" "$tmp/kept"
blamed 'no place for temporary files' 2 "there is no directory '$tmp/nowhere'; make it, or set TMPDIR"
attempt "$uml_replay" run lost-update --direct --keep /proc/nowhere
blamed 'a directory that cannot be made' 2 "there is no directory '/proc/nowhere'; make it, or set --keep"

# What nobody foresaw.
mkdir "$tmp/bin"
printf '#!/bin/sh\necho "it does not like it" >&2\nexit 1\n' >"$tmp/bin/mktemp"
chmod +x "$tmp/bin/mktemp"
attempt env PATH="$tmp/bin:$PATH" "$uml_replay" run lost-update
blamed 'a program that fails where nothing can' 2 'it ended early, with status 1; the reason is above'
attempt env PATH="$tmp/bin:$PATH" "$uml_replay" bisect-run lost-update --kernel 6.1
blamed 'bisect-run, the same: git stops' 128 'it ended early, with status 1'
rm "$tmp/bin/mktemp"

# What needs no kernel is looked at before one is built: here by a make that builds none.
mkdir -p "$tmp/races/early"
cp "$tests/scenarios/lost-update/lost-update.gdb" "$tmp/races/early/early.gdb"
echo 'CONFIG_SYSFS_SYSCALL=y' >"$tmp/races/early/config"
printf '#!/bin/sh\necho "make was called" >&2\nexit 1\n' >"$tmp/bin/make"
chmod +x "$tmp/bin/make"
early()
{
	attempt env PATH="$tmp/bin:$PATH" "$uml_replay" run "$tmp/races/early" --kernel 6.1
	test_that "$1: BROKEN" status_is 2
	test_that "$1: says so" says "$2"
	test_that "$1: before a kernel is built" says_not 'does not build'
}
echo 'int nonsense = ;' >"$tmp/races/early/early.c"
early 'a program that does not compile' "scenario 'early' does not compile"
cp "$tests/scenarios/lost-update/lost-update.c" "$tmp/races/early/early.c"
echo no-such-program >"$tmp/races/early/programs"
early 'a program that is not installed' "'no-such-program' is to be in the guest"
rm "$tmp/races/early/programs"
echo 'disk ext4 16' >"$tmp/races/early/image"
early 'an image that cannot be made' "the size of 'disk' is a number of MiB"

# SIGTERM ends what a command has started: here a make that never ends by itself.
mkdir -p "$tmp/races/long"
cp "$tests/scenarios/lost-update/lost-update.c" "$tmp/races/long/long.c"
cp "$tests/scenarios/lost-update/lost-update.gdb" "$tmp/races/long/long.gdb"
echo CONFIG_SYSFS_SYSCALL=y >"$tmp/races/long/config"
cat >"$tmp/bin/make" <<END
#!/bin/sh
sleep 1000 &
echo \$! >$tmp/sleeps
sleep 1000
END
chmod +x "$tmp/bin/make"
PATH=$tmp/bin:$PATH "$uml_replay" bisect-run "$tmp/races/long" --kernel 6.1 >"$tmp/out" 2>&1 &
command=$!
until [ -s "$tmp/sleeps" ] || ! kill -0 "$command" 2>/dev/null; do sleep 0.1; done
# Its own shell ends last; one that is slow is waited for.
shell=$(pgrep -P "$command")
kill -s STOP "$shell"
{ sleep 1; kill -s CONT "$shell"; } &
kill "$command"
status=0
wait "$command" || status=$?
test_that 'SIGTERM: status' status_is 143
is_no_more()
{
	! grep -s '^State:.*[^Z] (' "/proc/$1/status"
}

test_that 'SIGTERM: what it had started is no more' is_no_more "$(cat "$tmp/sleeps")"
test_that 'SIGTERM: nor its shell' is_no_more "$shell"
test_that 'SIGTERM: nothing is left' nothing_left
test_that 'SIGTERM: no kernel is half-made' [ ! -e "$REPLAY_BUILD/kernels/6.1/mainline.new" ]
rm -rf "$REPLAY_BUILD/kernels/6.1/obj-$(objects_of "$tmp/races/long")"

# Only root can make a disk that is full: a small one lies over what was built.
small=$tmp/small
mkdir "$small"
# shellcheck disable=SC2016 # the inner shell expands it
if ! unshare --mount sh -c 'mount -t tmpfs tmpfs "$1" && mkdir "$1/w" "$1/u" &&
	mount -t overlay -o "lowerdir=$2,upperdir=$1/u,workdir=$1/w" overlay "$2"' sh "$small" "$REPLAY_BUILD" 2>"$tmp/why"; then
	skip_test 'disks that are full' 'no overlay can be mounted'
	done_testing
	exit
fi

# full KIB COMMAND...: so much is left, and then enough, when the same is done again: $tmp/left is what
# was there in between, and $tmp/left.again the second status. What lies below does not change meanwhile.
full()
{
	# shellcheck disable=SC2016 # the inner shell expands it
	attempt flock "$REPLAY_BUILD/kernels/6.1/build.lock" unshare --mount sh -c 'small=$1 build=$2 left=$3 kib=$4
		shift 4
		mount -t tmpfs -o size="$((kib + 16))k" tmpfs "$small"
		mkdir "$small/w" "$small/u"
		mount -t overlay -o "lowerdir=$build,upperdir=$small/u,workdir=$small/w" overlay "$build"
		status=0
		"$@" || status=$?
		( cd "$small/u" && find . -type f ) >"$left"
		mount -o remount,size=2g "$small"
		again=0
		"$@" >"$left.out" 2>&1 || again=$?
		echo "$again" >"$left.again"
		exit "$status"' sh "$small" "$REPLAY_BUILD" "$tmp/left" "$@"
}

# What ccache leaves is its own: it has temporary files, which it removes later, and names of any letters.
nothing_half_made()
{
	! grep -v '^./cache/ccache/' "$tmp/left" | grep -E '/runs/|\.new|tmp|\.[0-9]+$'
}

# is_full WHAT STATUS KIB COMMAND...: says so, leaves nothing half-made, and STATUS when there is room again.
is_full()
{
	of=$1 then=$2
	shift 2
	full "$@"
	blamed "$of" 2 'the disk is full: '
	test_that "$of: nothing is half-made" nothing_half_made
	test_that "$of: with room it goes on" grep -qx "$then" "$tmp/left.again"
}

unset REPLAY_RUNS
# What is built stays.
export REPLAY_ROOM=0
is_full 'no room for a run' 1 500 "$uml_replay" run lost-update --direct
is_full 'no room for what a run writes' 0 1600 "$uml_replay" run many --direct
is_full 'no room for what is recorded' 1 1300 "$uml_replay" run lost-update --direct --record '*,accesses'
is_full 'no room for what an exploration writes' 1 1300 "$uml_replay" explore lost-update
full 1600 "$uml_replay" bisect-run many --kernel 6.1
blamed 'bisect-run, no room: git stops' 128 'the disk is full: '
cp -r "$tests/scenarios/lost-update" "$tmp/races/other"
mv "$tmp/races/other/lost-update.c" "$tmp/races/other/other.c"
mv "$tmp/races/other/lost-update.gdb" "$tmp/races/other/other.gdb"
echo '/* another */' >>"$tmp/races/other/other.c"
for kib in 1100 1900; do
	is_full "no room for the program of a scenario, $kib" 1 "$kib" "$uml_replay" run "$tmp/races/other" --direct
done
copy_project
echo '/* another */' >>"$copy/replay/host/view/main.c"
is_full "no room for the host's program" 0 500 "$copy/replay/uml-replay" table "$tmp/kept"

mkdir -p "$tmp/tree/arch/um" "$tmp/tree/mm"
printf 'VERSION = 6\nPATCHLEVEL = 6\nSUBLEVEL = 0\n' >"$tmp/tree/Makefile"
head -c 3000000 /dev/zero >"$tmp/tree/mm/large.c"
# It has no repository: for the one that it gets, for its objects, for the files.
for kib in 30 600 1200 2500; do
	is_full "no room for the copy of a tree, $kib" 0 "$kib" "$uml_replay" source "$tmp/tree"
done
seq -f "$tmp/tree/mm/%g.c" 3000 | xargs touch
git -C "$tmp/tree" init -q
git -C "$tmp/tree" add -A
is_full 'no room for the index of a tree' 0 150 "$uml_replay" source "$tmp/tree"
rm -rf "$("$uml_replay" build 6.1 bug-on punch-fault)"
is_full 'no room for a kernel' 0 9000 "$uml_replay" build 6.1 bug-on punch-fault
"$uml_replay" explore lost-update --confirm none --out "$tmp/found" >/dev/null || :
is_full 'no room for a report' 1 0 "$uml_replay" report --from "$tmp/found" --to "$REPLAY_BUILD/report-of-test"
done_testing
