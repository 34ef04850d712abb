#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# A file system that a scenario's folder describes is made here, always the same, is a disk of the
# guest, is looked at by fsck, and is kept as it was in the end.
set -eu
. "$(dirname -- "$0")/tap.sh"
PATH=$PATH:/usr/sbin:/sbin

attempt "$replay/cmd/run" images --keep "$tmp/gdb"
test_that 'a scenario with two images: it passes' status_is 0
test_that 'what is in one is of root' says '# outcome of the file: 0, 100644'
test_that 'fsck is a check' says "ok 4 fsck finds nothing wrong with 'disk'"
attempt "$replay/cmd/run" images --direct --keep "$tmp/direct"
for file in trace console disk.img other.img; do
	test_that "without gdb: the same $file" cmp "$tmp/gdb/$file" "$tmp/direct/$file"
done
# debugfs says its version on standard error.
test_that 'kept: as it was in the end' [ "$(debugfs -R 'cat /new' "$tmp/gdb/other.img" 2>/dev/null)" = written ]
test_that 'kept: it is one' fsck.ext4 -fn "$tmp/gdb/disk.img"
attempt "$replay/cmd/run" images --direct --rehearse
test_that 'undone, and made once more: it passes' status_is 0

attempt "$replay/cmd/run" images/damaged --direct
test_that 'a damaged one: FAIL' status_is 1
test_that 'a damaged one: what fails' says "not ok 4 fsck finds nothing wrong with 'disk'"
attempt "$replay/cmd/run" images/busy --direct
test_that 'one that somebody uses: BROKEN' status_is 2
test_that 'one that somebody uses: what to do' says "'disk' is to be looked at by fsck, and somebody uses it"
attempt "$replay/cmd/run" images/nowhere --direct
test_that 'one that is not described: BROKEN' status_is 2
test_that 'one that is not described: where' says "there is no image 'nowhere'; the file 'image' in the scenario's folder"
attempt "$replay/cmd/run" images/unloaded --direct
test_that 'one whose file system the kernel has not: BROKEN' status_is 2
test_that 'one whose file system the kernel has not: why' says "no file system 'ext2': it is a module that is not loaded"

# An image is made of what is in the folder: not of when, where, and by whom.
other="$tmp/of another"
mkdir "$other"
cp -r "$tests/scenarios/images" "$other/images"
touch -d 2001-01-01 "$other/images/data/sub" "$other/images/data/sub/file"
[ "$(id -u)" != 0 ] || chown -R 1000:1000 "$other/images"
chmod -R go+rwX "$other"
"$replay/libexec/images" "$tests/scenarios/images" | sed -n 's/^file .* //p' >"$tmp/here"
( REPLAY_BUILD=$tmp/build "$replay/libexec/images" "$other/images" ) | sed -n 's/^file .* //p' >"$tmp/there"
test_that 'there are three' [ "$(wc -l <"$tmp/here")" = 3 ]
same_bytes()
{
	paste -d '\n' "$tmp/here" "$tmp/there" | xargs -d '\n' -n 2 cmp
}
test_that 'made elsewhere: the same bytes' same_bytes
echo more >>"$other/images/data/sub/file"
( REPLAY_BUILD=$tmp/build "$replay/libexec/images" "$other/images" ) | sed -n 's/^file .* //p' >"$tmp/there"
differ() { ! same_bytes; }
test_that 'made of another file: other bytes' differ

# Each type that can be made here, of names that a pattern of the shell easily misses; by another user, too.
mkdir -p "$tmp/all/data/.of/sub"
for file in file .file ..file .of/sub/...file; do
	echo "this is in $file" >"$tmp/all/data/$file"
done
chmod +x "$tmp/all/data/file"
as_user=
copy_project
mkdir "$tmp/mine" "$tmp/theirs"
if [ "$(id -u)" = 0 ]; then
	as_user='setpriv --reuid=65534 --regid=65534 --clear-groups'
	chmod 755 "$tmp"
	chown -R 65534:65534 "$copy" "$tmp/theirs"
fi
# make_all FOLDER COMMAND...: the images of $tmp/all, made by this command, in a folder of its own.
make_all()
{
	into=$1
	shift
	( cd / && REPLAY_BUILD=$into "$@" "$copy/replay/libexec/images" "$tmp/all" ) >"$tmp/out" 2>&1
}
for image in 'ext4 8M' 'btrfs 128M' 'xfs 300M' 'f2fs 64M' 'vfat 8M' 'erofs 8M' 'iso9660 8M' 'squashfs 8M' 'nilfs2 144M'; do
	type=${image% *} from=from=data
	[ "$type" != nilfs2 ] || from=
	echo "disk $image $from" >"$tmp/all/image"
	# shellcheck disable=SC2086 # the command is words
	if make_all "$tmp/theirs" $as_user; then
		make_all "$tmp/mine" env
		test_that "$type, made by another user: the same bytes" cmp "$tmp"/mine/images/"$type"-* "$tmp"/theirs/images/"$type"-*
		case $type in
		xfs|vfat)
			test_that "$type: each file is in it" [ "$(grep -ao 'this is in [./a-z]*file' "$tmp/mine/images/$type"-* | sort -u | wc -l)" = 4 ] ;;
		esac
	else
		nr=$((nr + 1))
		if says 'is not installed here'; then
			echo "ok $nr - $type # SKIP what makes it is not installed"
		else
			echo "not ok $nr - $type can be made"
			sed 's/^/#   /' "$tmp/out"
		fi
	fi
done
: >"$tmp/all/data/a blank"
echo 'disk xfs 300M from=data' >"$tmp/all/image"
attempt "$replay/libexec/images" "$tmp/all"
says 'is not installed here' || test_that 'xfs, a name with a blank: says so' says "'$tmp/all/data/a blank' is to be in an image of xfs"

# What a kernel needs for it comes of itself, and the scenario's own lines count more.
plain=$tmp/plain
mkdir "$plain"
printf '# Two.\ndisk vfat 4M\nother ext4 4M\n' >"$plain/image"
echo '# CONFIG_EXT4_FS is not set' >"$plain/config"
test_that 'its lines of Kconfig' [ "$(of_scenario "$plain" own_config 6.1 | paste -s -d ,)" = \
	'CONFIG_VFAT_FS=y,CONFIG_NLS_CODEPAGE_437=y,CONFIG_NLS_ISO8859_1=y,# CONFIG_EXT4_FS is not set' ]
echo wide >"$plain/config"
test_that 'wide has all: the same objects' [ "$(objects_of "$plain")" = wide ]

# wrong LINE MESSAGE: what is wrong with it is said.
wrong()
{
	echo "$1" >"$plain/image"
	attempt "$replay/libexec/images" "$plain"
	test_that "'$1': BROKEN" status_is 2
	test_that "'$1': says so" says "$2"
}
wrong 'disk ext4' 'NAME TYPE SIZE is expected'
wrong 'disk ntfs 16M' "no image of 'ntfs' can be made; those that can are: btrfs erofs ext2 ext4"
wrong 'disk ext4 16' "the size of 'disk' is a number of MiB, as 16M, and it is '16'"
wrong 'disk ext4 16M form=data' "'form=data' is none of: from=FOLDER, fsck"
wrong 'disk ext4 16M from=nowhere' "there is no folder '$plain/nowhere'"
wrong 'disk ext4 16M -O nonsense' "the image 'disk' cannot be made; the output of mkfs.ext4 is above"
wrong 'disk iso9660 16M fsck' 'there is no fsck of iso9660'
wrong '../disk ext4 16M' 'is no name of an image; it has small letters'
head -c 2000000 /dev/zero | tr '\0' x >"$plain/large"
wrong "disk ext4 1M from=$plain" "the image 'disk' cannot be made"

test_that 'nothing is left' nothing_left
done_testing
