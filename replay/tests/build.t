#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# A kernel is whole and of its own variant, or it is not there.
# Turn 2: it builds kernels.
set -eu
. "$(dirname -- "$0")/tap.sh"

copy_project
build=$copy/replay/cmd/build

# Variants that nobody else builds, or runs, at the same time.
for variant in delete enoent bug-on; do
	mv "$copy/patches/6.1/$variant.patch" "$copy/patches/6.1/own-$variant.patch"
done

hash_of()
{
	sha256sum <"$("$build" 6.1 "$1" punch-fault)/linux"
}

panics=$(hash_of own-bug-on)
delete=$(hash_of own-delete)
test_that 'two variants are two kernels' [ "$panics" != "$delete" ]

# Made anew in another order, from the objects of another variant.
rm -rf "$("$build" 6.1 own-bug-on punch-fault)"
"$build" 6.1 own-enoent punch-fault >/dev/null
test_that 'a variant is the same kernel whatever was built before' \
	[ "$panics" = "$(hash_of own-bug-on)" ]

# In a directory whose path has blanks and a colon, which make does not take. In a chroot whose root is no mount
# point, nobody may have mounts that others do not see.
blanks()
{
	mkdir "$tmp/a tmp"
	attempt env REPLAY_BUILD="$tmp/a: build" TMPDIR="$tmp/a tmp" CCACHE_DIR="${CCACHE_DIR:-$REPLAY_BUILD/cache/ccache}" "$build" 6.1 own-delete punch-fault
	test_that 'in a directory with blanks: it is there' [ "$(dirname "$(tail -n 1 "$tmp/out")")" = "$tmp/a: build/kernels/6.1" ]
	test_that 'in a directory with blanks: the same kernel' [ "$delete" = "$(sha256sum <"$(tail -n 1 "$tmp/out")/linux")" ]
	other_name=/tmp/uml-replay-$(id -u)-$(cd "$tmp/a: build/kernels/6.1" && pwd -P | sha256sum | cut -c 1-12)
	test_that 'in a directory with blanks: its other name is gone' [ ! -e "$other_name" ]
	rm -rf "$tmp/a: build"
}

if unshare -m true 2>/dev/null || unshare -m -r true 2>/dev/null; then
	blanks
else
	skip_test 'in a directory with blanks' 'unshare(1) is not permitted here'
fi

# Killed in the middle, behind its configuration: no kernel, and the next build makes it whole.
obj=$REPLAY_BUILD/kernels/6.1/obj
done=$("$build" 6.1 own-delete punch-fault)
rm -rf "$done"
flock "${obj%/*}/build.lock" rm -f "$obj/options"
"$build" 6.1 own-delete punch-fault >/dev/null 2>&1 &
building=$!
until [ -e "${obj%/*}/own-delete.new" ] && [ -e "$obj/options" ]; do
	kill -0 "$building" 2>/dev/null || break
done
pkill -KILL -P "$building" || :
kill -KILL "$building" 2>/dev/null || :
wait "$building" 2>/dev/null || :
test_that 'a build that is killed leaves no kernel' [ ! -e "$done" ]
test_that 'the next build makes it whole' [ "$delete" = "$(hash_of own-delete)" ]

# ends_with TEXT: it is in the last line of the last attempt.
ends_with()
{
	tail -n 1 "$tmp/out" | grep -F -- "$1"
}

# log_said: the log that the last attempt names.
log_said()
{
	sed -n 's/.*all that make said is in //p' "$tmp/out"
}

# patch_6_1 NAME <PATCH: a variant.
patch_6_1()
{
	cat >"$copy/patches/6.1/$1.patch"
}

cat >"$copy/patches/6.1/broken.patch" <<'PATCH'
--- a/mm/shmem.c
+++ b/mm/shmem.c
@@ -1,3 +1,4 @@
+#error this variant does not compile
 /*
  * Resizable virtual memory filesystem for Linux.
  *
PATCH
attempt "$build" 6.1 broken punch-fault
test_that 'a variant that does not compile: BROKEN' status_is 2
test_that 'a variant that does not compile: the compiler says it' \
	says 'error: #error this variant does not compile'
test_that 'a variant that does not compile: no kernel' says_not "$REPLAY_BUILD/kernels/6.1/broken-"
test_that 'a variant that does not compile: the last line says where' \
	ends_with 'variant broken: does not build: mm/shmem.c:1:2: error: #error this variant does not compile; all that'
test_that 'a variant that does not compile: no word of make, no warning' \
	eval 'says_not warning: && says_not "make["'
log=$(log_said)
attempt "$copy/replay/cmd/run" punch-fault --variant broken
test_that 'a run of it: BROKEN' status_is 2

sed -i 's/^+#error.*/+#warning nothing/; s/Resizable virtual memory/Unknown/' "$copy/patches/6.1/broken.patch"
attempt "$build" 6.1 broken punch-fault
test_that 'a variant that does not apply: BROKEN' status_is 2
test_that 'a variant that does not apply: which, and to what' \
	says ': patches/6.1/broken.patch does not apply to 6.1 (6.1.'
test_that 'a variant that does not apply: where' ends_with '): mm/shmem.c, hunk 1, at line 1'
test_that 'a variant that does not apply: the reject' says '   * Unknown filesystem for Linux.'
: >"$copy/patches/6.1/broken.patch"
attempt "$build" 6.1 broken punch-fault
test_that 'a variant that changes nothing: BROKEN' status_is 2
test_that 'a variant that changes nothing: says so' ends_with 'broken.patch changes nothing'
rm "$copy/patches/6.1/broken.patch"

# Its tree is made, and its build is interrupted.
patch_6_1 adds <<'PATCH'
--- /dev/null
+++ b/mm/added.c
@@ -0,0 +1 @@
+/* a file */
PATCH
attempt "$build" --tree 6.1 adds punch-fault
test_that 'a variant that adds a file' status_is 0
sed -i 's/a file/another file/' "$copy/patches/6.1/adds.patch"
attempt "$build" --tree 6.1 adds punch-fault
test_that 'a variant that adds a file, edited' status_is 0
rm "$copy/patches/6.1/adds.patch"

# What else may be the first error of a build.
patch_6_1 own-undefined <<'PATCH'
--- a/mm/shmem.c
+++ b/mm/shmem.c
@@ -1,3 +1,5 @@
+int nobody_has_this(int x);
+int who_calls_it(int x); int who_calls_it(int x) { return nobody_has_this(x); }
 /*
  * Resizable virtual memory filesystem for Linux.
  *
PATCH
attempt "$build" 6.1 own-undefined punch-fault
test_that 'an undefined function: BROKEN' status_is 2
# shellcheck disable=SC2016 # as the linker quotes it
test_that 'an undefined function: which' ends_with 'undefined reference to `nobody_has_this'
test_that 'an undefined function: where' ends_with 'does not build: mm/shmem.c:2: '
test_that 'an undefined function: in which object' ends_with ', in mm/shmem.o'
test_that 'the log of the build before is still there' grep -F '#error this variant' "$log"
test_that 'the log of this is another' [ "$(log_said)" != "$log" ]

patch_6_1 own-no-rule <<'PATCH'
--- a/mm/Makefile
+++ b/mm/Makefile
@@ -67,2 +67,3 @@
 obj-y += init-mm.o
+obj-y += nowhere.o
 obj-y += memblock.o
PATCH
attempt "$build" 6.1 own-no-rule punch-fault
test_that 'an object without a source: BROKEN' status_is 2
test_that 'an object without a source: where it is asked for' \
	ends_with "does not build: mm/Makefile:68: there is no rule for 'mm/nowhere.o'"

patch_6_1 own-kconfig <<'PATCH'
--- a/mm/Kconfig
+++ b/mm/Kconfig
@@ -1,3 +1,4 @@
+depend on nothing
 # SPDX-License-Identifier: GPL-2.0-only
 
 menu "Memory Management options"
PATCH
attempt "$build" 6.1 own-kconfig punch-fault
test_that 'an error of Kconfig: BROKEN' status_is 2
test_that 'an error of Kconfig: where' ends_with 'does not build: mm/Kconfig:2: syntax error'

# One compiler is killed, as by a kernel that is out of memory; the others are gcc's.
patch_6_1 own-killed <<'PATCH'
--- a/mm/shmem.c
+++ b/mm/shmem.c
@@ -1,3 +1,4 @@
+/* Its compiler is killed. */
 /*
  * Resizable virtual memory filesystem for Linux.
  *
PATCH
mkdir "$tmp/killed"
cat >"$tmp/killed/cc1" <<EOF
#!/bin/sh
case \$* in *mm/shmem.c*) kill -s KILL \$\$ ;; esac
exec $(gcc -print-prog-name=cc1) "\$@"
EOF
chmod +x "$tmp/killed/cc1"
attempt env COMPILER_PATH="$tmp/killed" "$build" 6.1 own-killed punch-fault
test_that 'a compiler that is killed: BROKEN' status_is 2
test_that 'a compiler that is killed: at what' ends_with 'memory ran out at mm/shmem.o'
test_that 'a compiler that is killed: not that it does not build' says_not 'does not build'

# A disk that is full: that of the compiler's temporary files. Only root can make one.
if [ "$(id -u)" = 0 ] && mkdir "$tmp/small" && mount -t tmpfs -o size=16k tmpfs "$tmp/small" 2>"$tmp/why"; then
	sed 's/Its compiler is killed/Its compiler has no room/' "$copy/patches/6.1/own-killed.patch" | patch_6_1 own-full
	attempt env TMPDIR="$tmp/small" "$build" 6.1 own-full punch-fault
	umount "$tmp/small"
	test_that 'a disk that is full: BROKEN' status_is 2
	test_that 'a disk that is full: says so' ends_with 'the disk is full: '
	test_that 'a disk that is full: where' ends_with "MiB in $tmp/small"
	test_that 'a disk that is full: not that it does not build' says_not 'does not build'

	# The source, too; and one that was unpacked with less in it goes.
	mount -t tmpfs -o size=600m tmpfs "$tmp/small"
	mkdir -p "$tmp/small/kernels/6.1/tree" "$tmp/small/kernels/6.1/obj"
	cp "$REPLAY_BUILD/kernels/6.1/tree/.replay-version" "$REPLAY_BUILD/kernels/6.1/tree/Makefile" \
		"$tmp/small/kernels/6.1/tree"
	attempt env REPLAY_BUILD="$tmp/small" "$replay/cmd/source" 6.1
	test_that 'a source that is not whole is unpacked anew: its objects go' [ ! -e "$tmp/small/kernels/6.1/obj" ]
	umount "$tmp/small"
	test_that 'no room for a source: BROKEN' status_is 2
	test_that 'no room for a source: how much it wants' ends_with ' unpacked wants '

	# What can be built again goes before the disk is full, and not before it is nearly.
	fake_kernels()
	{
		mkdir -p "$tmp/small/kernels/6.1/obj" "$tmp/small/kernels/6.12/obj-1" "$tmp/small/kernels/6.12/obj-2" \
			"$tmp/small/kernels/6.1/old-0123456789ab" "$tmp/small/kernels/6.1/new-0123456789ab"
		( cd "$tmp/small/kernels" && touch 6.1/obj/System.map 6.12/obj-1/System.map 6.1/new-0123456789ab/used &&
			touch -d '2 hours ago' 6.1/old-0123456789ab/used 6.12/obj-2/System.map )
	}
	make_room()
	{
		REPLAY_BUILD="$tmp/small" "$replay/libexec/make-room" "$tmp/small/kernels/6.1"
	}
	mount -t tmpfs -o size=8g tmpfs "$tmp/small"
	fake_kernels
	make_room
	test_that 'room enough: everything stays' [ "$(find "$tmp/small/kernels" -name System.map -o -name used | wc -l)" = 5 ]
	mount -o remount,size=5g "$tmp/small"
	make_room
	test_that 'little room: what nobody used for an hour goes' [ ! -e "$tmp/small/kernels/6.1/old-0123456789ab" ]
	test_that 'little room: what somebody used stays' [ -e "$tmp/small/kernels/6.1/new-0123456789ab" ]
	test_that 'little room: no objects stay' [ "$(ls -d "$tmp"/small/kernels/*/obj* 2>/dev/null)" = '' ]
	fake_kernels
	( flock 8 && make_room ) 8>"$tmp/small/kernels/6.12/build.lock"
	test_that 'little room: the objects of a build that runs stay' [ -e "$tmp/small/kernels/6.12/obj-1" ]
	umount "$tmp/small"
fi

# Made anew: what the compiler says of it is in the log.
echo '/* another */' >>"$copy/replay/kernel/watched.c"
attempt "$build" 6.1 own-delete punch-fault
made=$(tail -n 1 "$tmp/out")
test_that 'the log of a kernel is beside it' grep -q 'LINK linux' "$made/log"
no_warning()
{
	! grep -E 'kernel/replay/.*(warning|note):' "$made/log"
}

test_that 'nothing of the tool warns' no_warning

# With ccache or without: gdb looks for ../tree, and the kernel prints what is below it.
one_name()
{
	if strings -a "$made/linux" | grep /replay/tree; then return 1; fi
	strings -a "$made/linux" | grep -q '^mm/.*\.c$'
}

test_that 'the source has one name in the debug information, and one in what is printed' one_name

# objects_have FUNCTION FILE: it is called there.
objects_have()
{
	nm "$obj/$2" | grep -x " *U $1"
}

test_that 'what replay_watched.h replaces is replaced: memset()' objects_have replay_memset mm/shmem.o
test_that 'what replay_watched.h replaces is replaced: counts of a processor' objects_have replay_add_8 mm/swap_state.o

label=scenarios/shmem/lib/labels/trylock_failed.cocci
sed -i 's/folio_trylock/folio_tryluck/; s/trylock_page/tryluck_page/' "$copy/$label"
attempt "$build" 6.1 mainline punch-fault
test_that 'a hook that does not match: BROKEN' status_is 2
test_that 'a hook that does not match: hook, file and kernel' \
	says "hook $label does not match mm/swapfile.c of kernel 6.1"

sed -i 's/^@@/@ 3x @/' "$copy/$label"
attempt "$build" 6.1 mainline punch-fault
test_that 'a hook that is wrong: BROKEN' status_is 2
test_that 'a hook that is wrong: where' says "fails on mm/swapfile.c of kernel 6.1: rule name: parse error: $label:"
cp "$top/$label" "$copy/$label"

echo CONFIG_NO_SUCH_OPTION=y >>"$copy/uml-config/replay.config"
attempt "$build" 6.1
test_that 'an option that the kernel does not take: BROKEN' status_is 2
test_that 'an option that the kernel does not take: which' says 'CONFIG_NO_SUCH_OPTION=y'
test_that 'an option that the kernel does not take: why' says 'no Kconfig file of this kernel has this option'
cp "$top/uml-config/replay.config" "$copy/uml-config"

mkdir "$tmp/card"
: >"$tmp/card/card.gdb"
echo CONFIG_E1000=y >"$tmp/card/config"
attempt "$build" 6.1 mainline "$tmp/card"
test_that 'an option of a scenario that the kernel does not take: SKIP' status_is 77
test_that 'an option of a scenario that the kernel does not take: where it is' \
	says 'CONFIG_E1000=y: drivers/net/ethernet/intel/Kconfig:'
test_that 'an option of a scenario that the kernel does not take: what is not met' says 'PCI is not set'
rm -rf "$obj-$(objects_of "$tmp/card")"

printf '9.9\tlinux-source-9.9\tbookworm\n' >>"$copy/uml-config/series"
attempt "$build" 9.9
test_that 'a series that the mirror has not: SKIP' status_is 77
test_that 'a series that the mirror has not: what to do' says 'give a tree instead'
rm -rf "$REPLAY_BUILD/kernels/9.9"

rm -rf "$REPLAY_BUILD"/kernels/6.1/own-* "$REPLAY_BUILD"/kernels/6.1/log/own-* \
	"$REPLAY_BUILD"/kernels/6.1/log/broken-*
done_testing
