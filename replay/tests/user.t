#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# An ordinary user, in an ordinary directory; and a guest that sees nothing of the host.
set -eu
. "$(dirname -- "$0")/tap.sh"

as_user=
if [ "$(id -u)" = 0 ]; then
	as_user='setpriv --reuid=65534 --regid=65534 --clear-groups'
	chown 65534:65534 "$tmp"
	chmod 755 "$tmp"
	mkdir -m 1777 "$REPLAY_RUNS"
fi

# The project and a kernel that is built, where the user may write.
kernel=$("$replay/cmd/build" 6.1 mainline punch-fault)
kernels=$tmp/project/build/kernels/6.1
mkdir -p "$kernels/tree"
copy_files "$tmp/project"
cp -r "$kernel" "$kernels"
cp "${kernel%/*}/tree/.replay-version" "${kernel%/*}/tree/Makefile" "$kernels/tree"
[ -z "$as_user" ] || chown -R 65534:65534 "$tmp/project"

# shellcheck disable=SC2086 # the command is words
attempt $as_user env HOME=/nonexistent REPLAY_BUILD="$tmp/project/build" "$tmp/project/replay/cmd/run" punch-fault --keep "$tmp/project/kept"
test_that 'an ordinary user runs a scenario' status_is 0
"$replay/cmd/run" punch-fault --quiet --keep "$tmp/mine" >/dev/null
test_that 'the same trace as for anybody' cmp "$tmp/mine/trace" "$tmp/project/kept/trace"
test_that 'no run is left' nothing_left

attempt env -C "$tmp/project" REPLAY_BUILD=build REPLAY_RUNS=. SCENARIOS=replay/tests/scenarios "$replay/cmd/run" lost-update
test_that 'paths from here: they are found' status_is 1
test_that 'paths from here: in other directories, too' says 'to look around: '"$replay/uml-replay debug lost-update"

# configured NAME: the guest's kernel has the option.
configured()
{
	grep -q "^CONFIG_$1=" "$kernel/.config"
}

test_that 'the guest has what it needs' configured TMPFS
test_that 'the guest has no host file system' eval '! configured HOSTFS'
test_that 'the guest has no network' eval '! configured NET'

# A disk that is full. Only root can make one.
if [ "$(id -u)" = 0 ] && mkdir "$tmp/small" && mount -t tmpfs -o size=512k tmpfs "$tmp/small" 2>"$tmp/why"; then
	mkdir -p "$tmp/small/kernels/6.1/tree"
	cp "$kernels/tree/.replay-version" "$kernels/tree/Makefile" "$tmp/small/kernels/6.1/tree"
	ln -s "$kernel" "$tmp/small/kernels/6.1/"
	ln -s "$tmp/project/build/host" "$tmp/small/host"
	mkdir "$tmp/small/guests"
	for guest in "$tmp"/project/build/guests/*.cpio; do
		ln -s "$guest" "$tmp/small/guests/"
	done
	attempt env REPLAY_BUILD="$tmp/small" REPLAY_RUNS= "$replay/cmd/run" punch-fault
	umount "$tmp/small"
	test_that 'a full disk: BROKEN' status_is 2
	test_that 'a full disk: says so' says 'the disk is full: 0 MiB are left in '
fi
done_testing
