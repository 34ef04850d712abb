#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# A history of 6.1, in which variants come and go, is bisected: the commit that is named
# is the one that brought them.
# Turn 0: it builds kernels.
set -eu
. "$(dirname -- "$0")/tap.sh"
. "$tests/history.sh"

# The same history every time, and in the same place: its kernels are kept by that.
patches=$top/patches/6.1
tree=$("$replay/cmd/source" 6.1)
made_of=$(cat "$tree/.replay-version" "$tests/history.sh" "$0" "$patches/delete.patch" "$patches/enoent.patch" | sha256sum | cut -c 1-8)
cached=${REPLAY_BUILD:-$top/build}/cache/history

make_history()
{
	history_of "$tree" "$tmp/history"
	commit_edit 'truncate: say what is plain' mm/truncate.c '1s,^,/* truncates */\n,'
	commit_edit 'truncate: does not compile' mm/truncate.c '2s,^,#error not yet\n,'
	commit_edit 'truncate: compiles again' mm/truncate.c '/^#error not yet/d'
	commit_patch 'shmem: bring delete' <"$patches/delete.patch"
	commit_edit 'swapfile: say what is plain' mm/swapfile.c '1s,^,/* swaps */\n,'
	commit_edit 'shmem: another name' mm/shmem.c 's/shmem_add_to_page_cache/shmem_put_into_cache/'
	commit_edit 'shmem: the old name' mm/shmem.c 's/shmem_put_into_cache/shmem_add_to_page_cache/'
	commit_patch 'shmem: take delete out' -R <"$patches/delete.patch"
	commit_patch 'shmem: bring enoent' <"$patches/enoent.patch"
	commit_edit 'filemap: say what is plain' mm/filemap.c '1s,^,/* caches */\n,'
}

if [ "$(cat "$cached/description" 2>/dev/null)" != "$made_of" ]; then
	make_history
	echo "$made_of" >"$history/description"
	mkdir -p "${cached%/*}"
	rm -rf "$cached"
	mv "$history" "$cached"
fi
history=$cached
state_of()
{
	find "$history" -type f -exec ls -ln --time-style=full-iso {} + | sha256sum
}
before=$(state_of)

first=$(commit_of 'as released')
last=$(commit_of 'filemap: say what is plain')
middle=$(commit_of 'swapfile: say what is plain')

attempt "$replay/cmd/bisect" "$history" "$first" "$middle" punch-fault --check 'left in swap cache'
test_that 'what brought delete: found' status_is 0
test_that 'what brought delete: the commit' says '("shmem: bring delete")'
test_that 'what brought delete: the outcome before, and at it' \
	grep -q '^    left in swap cache  *1  *0  *<-$' "$tmp/out"

# What comes behind that leaves nothing there, either.
attempt "$replay/cmd/bisect" "$history" "$middle" "$(commit_of 'shmem: take delete out')" punch-fault \
	--check 'left in swap cache'
test_that 'what took delete out: found' status_is 0
test_that 'what took delete out: the commit' says 'new commit is'
test_that 'what took delete out: its subject' says '("shmem: take delete out")'

attempt "$replay/cmd/bisect" "$history" "$first" "$last" slot-reuse
test_that 'what broke another race: found' status_is 0
test_that 'what broke another race: the commit' says 'The first bad commit is'
test_that 'what broke another race: its subject' says '("shmem: bring enoent")'

# What cannot be told is told why, and never bad.
attempt "$replay/cmd/bisect-run" punch-fault --kernel "$history:$(commit_of 'truncate: does not compile')"
test_that 'does not compile: skipped' status_is 125
test_that 'does not compile: says so' says 'does not build'
attempt "$replay/cmd/bisect-run" punch-fault --kernel "$history:$(commit_of 'shmem: another name')"
test_that 'a hook does not match: skipped' status_is 125
test_that 'a hook does not match: says which' \
	says 'hook scenarios/shmem/lib/labels/swapin_confirmed.cocci does not match mm/shmem.c'

attempt "$replay/cmd/run" handover --kernel "$history:$(commit_of 'shmem: another name')"
test_that 'a hook does not match: who does not name its label runs' status_is 0

# A variant that is a commit taken out, of a tree that has it; trees.t has what else there is.
mkdir -p "$tmp/races/hole/variants"
cp "$top"/scenarios/shmem/punch-fault/punch-fault.c "$tmp/races/hole/hole.c"
cp "$top"/scenarios/shmem/punch-fault/punch-fault.gdb "$tmp/races/hole/hole.gdb"
echo shmem >"$tmp/races/hole/subsystem"
brings=$(commit_of 'shmem: bring delete')
echo "$(echo "$brings" | cut -c 1-12) (\"shmem: bring delete\")" >"$tmp/races/hole/variants/undeleted.taken-out"

# left VARIANT COMMIT: how many pages are left in swap cache.
left()
{
	attempt "$replay/cmd/run" "$tmp/races/hole" --kernel "$history:$2" --variant "$1" --direct
	sed -n 's/^# outcome left in swap cache: //p' "$tmp/out"
}

test_that 'a tree with a commit' [ "$(left mainline "$brings")" = 0 ]
test_that 'the commit taken out' [ "$(left undeleted "$brings")" = 1 ]
attempt "$replay/cmd/run" "$tmp/races/hole" --variant undeleted
test_that 'a kernel without a repository: says what would do' \
	says "variant 'undeleted' is made of $(echo "$brings" | cut -c 1-12) (\"shmem: bring delete\"), and kernel 6.1 is no repository that has it"

# In a table, a variant that this tree cannot have is told of beside those that it can.
mkdir "$tmp/races/hole/expected"
touch "$tmp/races/hole/expected/undeleted" "$tmp/races/hole/expected/elsewhere"
cat >"$tmp/races/hole/variants/elsewhere.patch" <<'END'
--- a/mm/shmem.c
+++ b/mm/shmem.c
@@ -1,2 +1,3 @@
+/* not here */
 /*
  * Another file system.
END
attempt "$replay/cmd/reproduce" "$tmp/races/hole" --kernel "$history:$brings"
test_that 'a table of a tree: status' status_is 0
test_that 'a table of a tree: what it can have' grep -q '^    undeleted  ' "$tmp/out"
test_that 'a table of a tree: what it cannot have' \
	grep -q '^  elsewhere: .*elsewhere.patch does not apply to .*: mm/shmem.c, hunk 1, at line 1$' "$tmp/out"
rm -r "$tmp/races/hole/expected" "$tmp/races/hole/variants/elsewhere.patch"

# What is expected of a tree has the name of its version.
"$replay/cmd/expect" "$tmp/races/hole" --kernel "$history:$brings"
"$replay/cmd/expect" "$tmp/races/hole" --kernel "$history:$first"
test_that 'expected of two trees: the first for all' grep -qx 'outcome left in swap cache: 0' "$tmp/races/hole/expected/mainline"
test_that 'expected of two trees: the second for its version' \
	grep -qx 'outcome left in swap cache: 1' "$tmp/races/hole/expected/mainline@6.1"
attempt "$replay/libexec/cell" "$tmp/races/hole" "$history:$first" mainline
test_that 'expected of a tree: it is as expected' status_is 0

# The ends.
attempt "$replay/cmd/bisect" "$history" "$first" "$middle" punch-fault
test_that 'GOOD and BAD come out the same: refused' status_is 2
test_that 'GOOD and BAD come out the same: says what' says 'GOOD and BAD come out the same: PASS'
attempt "$replay/cmd/bisect" "$history" "$last" "$first" slot-reuse
test_that 'the wrong way round: refused' status_is 2
test_that 'the wrong way round: says so' says 'the other way round'
attempt "$replay/cmd/bisect" "$history" "$first" "$last" slot-reuse --check 'no such check'
test_that 'a check that is not there: refused' status_is 2
test_that 'a check that is not there: lists those that are' says '  the access survives'
attempt "$replay/cmd/bisect" "$history" nonesuch "$last" slot-reuse
test_that 'a revision that is not there: refused' status_is 2

# Ended as soon as both ends are told, it goes on.
mkdir "$tmp/bin"
cat >"$tmp/bin/git" <<EOF
#!/bin/sh
case \$* in *'bisect start'*) kill -TERM \$PPID ;; esac
exec $(command -v git) "\$@"
EOF
chmod +x "$tmp/bin/git"
attempt env PATH="$tmp/bin:$PATH" "$replay/cmd/bisect" "$history" "$first" "$last" slot-reuse
test_that 'ended: says so in its status' status_is 143
mv "$tmp/out" "$tmp/told"
attempt "$replay/cmd/bisect" "$history" "$first" "$last" slot-reuse
test_that 'ended, and gone on: found' status_is 0
test_that 'ended, and gone on: it had begun' grep -q PASS "$tmp/told"
test_that 'ended, and gone on: what was told is not told again' says_not "$(head -n 1 "$tmp/told")"

test_that 'the repository is as it was' [ "$before" = "$(state_of)" ]
done_testing
