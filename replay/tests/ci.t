#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# What the CI of a user runs, without a CI: the one script, from a directory above, with nothing of
# the environment; and what its examples say of it.
set -eu
. "$(dirname -- "$0")/tap.sh"

copy_project
find "$copy/scenarios" -mindepth 2 -maxdepth 2 ! -name lib ! -name punch-fault -exec rm -r {} +
races=$copy/scenarios/shmem/punch-fault
rm -r "$races"/sendfile.gdb "$races"/store.gdb "$races"/read.gdb
find "$races/expected" -mindepth 1 -maxdepth 1 ! -name mainline -exec rm -r {} +
mkdir "$tmp/job"
ln -s "$REPLAY_BUILD" "$tmp/job/replay-build"
mv "$copy" "$tmp/job/uml-replay"
races=$tmp/job/uml-replay${races#"$copy"}

# step FILE: the command of the example, on 6.1 in place of a tree.
step()
{
	sed -n 's|^ *- \(run: \)\{0,1\}\(uml-replay/replay/ci/run .*\) [^ ]*$|\2 6.1|p' "$replay/ci/$1"
}

# job FILE: the cache of the compiler is that of this check, and stays as large as it is.
job()
{
	rm -rf "$tmp/job/report"
	attempt env -i PATH="$PATH" HOME="$tmp" REPLAY_BUILD=replay-build REPLAY_RUNS="$REPLAY_RUNS" \
		${CCACHE_DIR:+"CCACHE_DIR=$CCACHE_DIR"} CCACHE_MAXSIZE="${CCACHE_MAXSIZE:-5G}" GITHUB_STEP_SUMMARY="$tmp/summary" \
		sh -euc "cd '$tmp/job'; $(step "$1")"
}

job github.yml
test_that 'as it should be: 0' status_is 0
test_that 'the log has each cell' says 'ok 1 punch-fault 6.1 mainline'
for file in report.html report.md junit.xml; do
	test_that "there is a $file" [ -s "$tmp/job/report/$file" ]
done
test_that 'GitHub has it on its page' cmp "$tmp/summary" "$tmp/job/report/report.md"

# REPLAY_BUILD is a symbolic link there.
# shellcheck disable=SC2016 # the inner shell expands it
test_that 'the kernel has no path of this machine' \
	eval '! grep -qaF "$(cd "$REPLAY_BUILD" && pwd -P)/kernels/" "$("$replay/cmd/build" 6.1 mainline punch-fault)/linux"'

sed -i 's/^outcome user space sees: .*/outcome user space sees: SIGBUS/' "$races/expected/mainline"
job gitlab.yml
test_that 'not as it should be: 1' status_is 1
test_that 'it is reported all the same' grep -q 'failures="1"' "$tmp/job/report/junit.xml"

attempt env -C "$tmp/job" REPLAY_BUILD=replay-build uml-replay/replay/ci/run --to report 9.9
test_that 'no such kernel: 2' status_is 2

for example in github.yml gitlab.yml; do
	# What perl brings reads a part of YAML, which is enough here.
	# shellcheck disable=SC2016 # perl expands it
	test_that "$example can be read" perl -MCPAN::Meta::YAML -e 'CPAN::Meta::YAML->read($ARGV[0]) or die' "$replay/ci/$example"
	test_that "$example asks for what a run needs" eval "grep -q SYS_PTRACE '$replay/ci/$example' &&
		grep -q seccomp=unconfined '$replay/ci/$example' && grep -q exec,size=1g '$replay/ci/$example'"
	sed -n 's,^[- ]*\(replay-build/.*\),\1,p' "$replay/ci/$example" >"$tmp/paths"
	while read -r path; do
		test_that "$example keeps what is there: $path" eval "ls -d '$tmp/job/'$path"
	done <"$tmp/paths"
	test_that "$example keeps something" [ -s "$tmp/paths" ]
done
done_testing
