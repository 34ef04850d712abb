#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# A kernel is whole and of its own variant, or it is not there.
set -eu
. "$(dirname -- "$0")/tap.sh"

copy_project
build=$copy/replay/build

# Variants that nobody else builds, or runs, at the same time.
for variant in delete enoent bug-on; do
	mv "$copy/patches/6.1/$variant.patch" "$copy/patches/6.1/own-$variant.patch"
done

hash_of()
{
	sha256sum <"$("$build" 6.1 "$1")/linux"
}

panics=$(hash_of own-bug-on)
delete=$(hash_of own-delete)
test_that 'two variants are two kernels' [ "$panics" != "$delete" ]

# Made anew in another order, from the objects of another variant.
rm -rf "$("$build" 6.1 own-bug-on)"
"$build" 6.1 own-enoent >/dev/null
test_that 'a variant is the same kernel whatever was built before' \
	[ "$panics" = "$(hash_of own-bug-on)" ]

# Killed in the middle, behind its configuration: no kernel, and the next build makes it whole.
obj=$REPLAY_BUILD/kernels/6.1/obj
done=$("$build" 6.1 own-delete)
rm -rf "$done"
flock "${obj%/*}/build.lock" rm -f "$obj/options"
"$build" 6.1 own-delete >/dev/null 2>&1 &
building=$!
until [ -e "${obj%/*}/own-delete.new" ] && [ -e "$obj/options" ]; do
	kill -0 "$building" 2>/dev/null || break
done
pkill -KILL -P "$building" || :
kill -KILL "$building" 2>/dev/null || :
wait "$building" 2>/dev/null || :
test_that 'a build that is killed leaves no kernel' [ ! -e "$done" ]
test_that 'the next build makes it whole' [ "$delete" = "$(hash_of own-delete)" ]

cat >"$copy/patches/6.1/broken.patch" <<'PATCH'
--- a/mm/shmem.c
+++ b/mm/shmem.c
@@ -1,3 +1,4 @@
+#error this variant does not compile
 /*
  * Resizable virtual memory filesystem for Linux.
  *
PATCH
attempt "$build" 6.1 broken
test_that 'a variant that does not compile: BROKEN' status_is 2
test_that 'a variant that does not compile: the compiler says it' \
	says 'error: #error this variant does not compile'
test_that 'a variant that does not compile: no kernel' says_not "$REPLAY_BUILD/kernels/6.1/broken-"
attempt "$copy/replay/run" punch-fault --variant broken
test_that 'a run of it: BROKEN' status_is 2

sed -i 's/^+#error.*/+#warning nothing/; s/Resizable virtual memory/Unknown/' "$copy/patches/6.1/broken.patch"
attempt "$build" 6.1 broken
test_that 'a variant that does not apply: BROKEN' status_is 2
test_that 'a variant that does not apply: which, and to what' \
	says 'patches/6.1/broken.patch does not apply to 6.1 (6.1.'
rm "$copy/patches/6.1/broken.patch"

sed -i 's/folio_trylock/folio_tryluck/; s/trylock_page/tryluck_page/' "$copy/patches/hooks/trylock_failed.cocci"
attempt "$build" 6.1
test_that 'a hook that does not match: BROKEN' status_is 2
test_that 'a hook that does not match: hook, file and kernel' \
	says 'hook patches/hooks/trylock_failed.cocci does not match mm/swapfile.c of kernel 6.1'
cp "$top/patches/hooks/trylock_failed.cocci" "$copy/patches/hooks"

echo CONFIG_NO_SUCH_OPTION=y >>"$copy/uml-config/replay.config"
attempt "$build" 6.1
test_that 'an option that the kernel does not take: BROKEN' status_is 2
test_that 'an option that the kernel does not take: which' says 'CONFIG_NO_SUCH_OPTION=y'

printf '9.9\tlinux-source-9.9\t.\n' >>"$copy/uml-config/series"
attempt "$build" 9.9
test_that 'a series that the mirror has not: SKIP' status_is 77
test_that 'a series that the mirror has not: what to do' says 'give a tree instead'
rm -rf "$REPLAY_BUILD/kernels/9.9"

rm -rf "$REPLAY_BUILD"/kernels/6.1/own-*
done_testing
