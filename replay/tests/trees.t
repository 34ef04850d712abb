#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Anybody's tree: what of it is the source, and that nothing is written to it. The tree
# here is no kernel but for its Makefile; bisect.t builds real ones.
set -eu
. "$(dirname -- "$0")/tap.sh"

REPLAY_BUILD=$tmp/build
export REPLAY_BUILD
export GIT_AUTHOR_NAME=replay GIT_AUTHOR_EMAIL=replay GIT_COMMITTER_NAME=replay GIT_COMMITTER_EMAIL=replay

# content DIR: what is in it, and when it was written.
content()
{
	( cd "$1" && find . -exec ls -ldn --time-style=full-iso {} + )
}

# version_of KERNEL; source_of KERNEL: where its copy is.
version_of()
{
	"$replay/cmd/source" --version "$1"
}
source_of()
{
	"$replay/cmd/source" "$1"
}

tree=$tmp/tree
mkdir -p "$tree/mm"
printf 'VERSION = 6\nPATCHLEVEL = 6\nSUBLEVEL = 0\n' >"$tree/Makefile"
printf '*.o\nlink.c\n' >"$tree/.gitignore"
echo 'int shmem;' >"$tree/mm/shmem.c"
echo 'int gone;' >"$tree/mm/gone.c"
ln -s shmem.c "$tree/mm/link.c"
git -C "$tree" init -q
git -C "$tree" add -f .
git -C "$tree" commit -qm first
first=$(git -C "$tree" rev-parse HEAD)
echo 'int swapfile;' >"$tree/mm/swapfile.c"
echo 'int shmem2;' >>"$tree/mm/shmem.c"
git -C "$tree" rm -q mm/gone.c
git -C "$tree" add -f .
git -C "$tree" commit -qm second
committed=$(git -C "$tree" rev-parse 'HEAD^{tree}')

before=$(content "$tree")
test_that 'a clean tree is what is committed' [ "$(version_of "$tree")" = "$committed" ]
test_that 'so is its last revision' [ "$(version_of "$tree:HEAD")" = "$committed" ]
test_that 'from a directory inside, by a relative path' \
	[ "$(cd "$tree/mm" && version_of ..)" = "$committed" ]
copy=$(source_of "$tree")
test_that 'the copy has its files' diff -r "$tree/mm" "$copy/mm"
source_of "$tree:$first" >/dev/null
test_that 'the copy goes to another revision' grep -qx 'int gone;' "$copy/mm/gone.c"
test_that 'what is not in that is not in the copy' [ ! -e "$copy/mm/swapfile.c" ]
touch -d 2000-01-01 "$copy/mm/link.c" "$copy/Makefile"
source_of "$tree" >/dev/null
test_that 'the copy comes back' diff -r "$tree/mm" "$copy/mm"
test_that 'what does not differ is not written anew' \
	[ "$(stat -c %y "$copy/Makefile" | cut -c 1-4)" = 2000 ]
test_that 'the tree is as it was' [ "$(content "$tree")" = "$before" ]

echo 'int dirty;' >>"$tree/mm/shmem.c"
echo 'int untracked;' >"$tree/mm/untracked.c"
echo object >"$tree/mm/shmem.o"
before=$(content "$tree")
test_that 'a dirty tree is another' [ "$(version_of "$tree")" != "$committed" ]
test_that 'a dirty tree: its revision is not' [ "$(version_of "$tree:HEAD")" = "$committed" ]
source_of "$tree" >/dev/null
test_that 'a dirty tree: the copy is as on disk' grep -qx 'int dirty;' "$copy/mm/shmem.c"
test_that 'a dirty tree: a file that git does not know yet, too' [ -e "$copy/mm/untracked.c" ]
test_that 'a dirty tree: no object' [ ! -e "$copy/mm/shmem.o" ]
test_that 'a dirty tree: it is as it was' [ "$(content "$tree")" = "$before" ]

git clone -q --bare "$tree" "$tmp/bare"
before=$(content "$tmp/bare")
test_that 'a bare repository, with a revision' [ "$(version_of "$tmp/bare:HEAD")" = "$committed" ]
copy=$(source_of "$tmp/bare:$first")
test_that 'a bare repository: its files' [ -e "$copy/mm/gone.c" ]
test_that 'a bare repository: it is as it was' [ "$(content "$tmp/bare")" = "$before" ]

git -C "$tree" worktree add -q "$tmp/worktree" HEAD
before=$(content "$tmp/worktree")
test_that 'a worktree' [ "$(version_of "$tmp/worktree")" = "$committed" ]
test_that 'a worktree: it is as it was' [ "$(content "$tmp/worktree")" = "$before" ]

mkdir "$tmp/unpacked"
git -C "$tree" archive HEAD | tar -x -C "$tmp/unpacked"
mkdir -p "$tmp/unpacked/include/config"
touch "$tmp/unpacked/.config" "$tmp/unpacked/mm/shmem.o" "$tmp/unpacked/include/config/auto.conf"
before=$(content "$tmp/unpacked")
test_that 'an unpacked tree, whatever its .gitignore says, without what was built there' \
	[ "$(version_of "$tmp/unpacked")" = "$committed" ]
test_that 'an unpacked tree: it is as it was' [ "$(content "$tmp/unpacked")" = "$before" ]

# refused KERNEL MESSAGE
refused()
{
	attempt "$replay/cmd/build" "$1"
	test_that "'${1#"$tmp"}': BROKEN" status_is 2
	test_that "'${1#"$tmp"}': says why" says "$2"
}
refused "$tmp/nowhere" "there is no directory '$tmp/nowhere'"
refused "$tree:nonesuch" "git finds no revision 'nonesuch'"
refused "$tree/mm" "no kernel source is in '$tree/mm'"
refused "$tmp/bare" "no kernel source is in '$tmp/bare'"
attempt "$replay/cmd/build" "$tree" nonesuch punch-fault
test_that 'a variant that the kernel has not: lists those of the series before it' says 'bug-on delete'
attempt "$replay/cmd/build" "$tree" "$tmp/nonesuch.patch"
test_that 'a variant that is no file: says so' says "there is no patch '$tmp/nonesuch.patch'"

# A variant may be a commit, taken out or put in, of a tree that has it: what becomes of a file.
copy_project
# shellcheck disable=SC2016 # the script expands it
sed -i 's,^\[ "$variant" = mainline \] || make_variant.*,&\ncat "$stage/mm/shmem.c"\nexit,' "$copy/replay/libexec/hook"
repository=$tmp/a\ repository
race=$tmp/a\ race/race
mkdir -p "$repository/mm" "$repository/arch/um" "$repository/kernel" "$race/variants/6.1"
cp "$tree/Makefile" "$repository"
touch "$repository/arch/um/Kconfig" "$repository/kernel/Makefile" "$race/race.gdb"
git -C "$repository" init -q

# committed LINE...: the file has these; prints the commit.
committed()
{
	printf 'int %s;\n' "$@" >"$repository/mm/shmem.c"
	git -C "$repository" add -A
	git -C "$repository" commit -qm "$*"
	git -C "$repository" rev-parse HEAD
}

before=$(committed a b lacking d e)
fix=$(committed a b fixed d e)
after=$(committed a moved fixed d e)
echo "$(echo "$fix" | cut -c 1-12) (\"the fix\")" >"$race/variants/unfixed.taken-out"
cp "$race/variants/unfixed.taken-out" "$race/variants/fixed.with"

# is_made REVISION VARIANT LINE...: what the file is then.
is_made()
{
	kernel=$repository:$1
	attempt "$copy/replay/libexec/hook" "$("$replay/cmd/source" "$kernel")" "$kernel" "$2" "$race"
	shift 2
	printf 'int %s;\n' "$@" | diff - "$tmp/out"
}

test_that 'without a commit that it has' is_made "$fix" unfixed a b lacking d e
test_that 'without a commit that it has not' is_made "$before" unfixed a b lacking d e
test_that 'with a commit that it has not' is_made "$before" fixed a b fixed d e
test_that 'with a commit that it has' is_made "$fix" fixed a b fixed d e
is_not_made()
{
	! is_made "$@"
}
test_that 'one that cannot be taken out' is_not_made "$after" unfixed a moved lacking d e
test_that 'one that cannot be taken out: says so' says 'does not apply to'
cat >"$race/variants/6.1/unfixed.patch" <<'END'
--- a/mm/shmem.c
+++ b/mm/shmem.c
@@ -1,5 +1,5 @@
 int a;
 int moved;
-int fixed;
+int lacking;
 int d;
 int e;
END
test_that 'one that cannot be taken out: the patch of its series' is_made "$after" unfixed a moved lacking d e
attempt "$replay/cmd/build" 6.1 fixed "$race"
test_that 'of a series, which is no repository: BROKEN' status_is 2
test_that 'of a series, which is no repository: says so' \
	says "variant 'fixed' is made of $(cat "$race/variants/fixed.with"), and kernel 6.1 is no repository that has it"
done_testing
