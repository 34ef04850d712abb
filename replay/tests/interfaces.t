#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Interfaces of the kernel that a scenario's program has by a header of its own: each in a race with one point in
# the kernel, and what is said where it fails. All have one kernel, which other scenarios have, too.
set -eu
. "$(dirname -- "$0")/tap.sh"

# race CASE: it passes.
race()
{
	attempt "$replay/cmd/run" "interfaces${1:+/$1}" --direct
	test_that "${1:-io_uring}: it passes" status_is 0
}

# refused CASE TEXT: it is BROKEN, and says why.
refused()
{
	attempt "$replay/cmd/run" "interfaces/$1" --direct
	test_that "$1: BROKEN" status_is 2
	test_that "$1: says '$2'" says "$2"
}

race ''
attempt "$replay/cmd/run" uring-work --direct
test_that 'uring-work, a thread of io_uring is held midway: it passes' status_is 0
attempt "$replay/cmd/run" uring-work/two --direct
test_that 'uring-work/two, a second turn waits for the first: it passes' status_is 0
refused uring-alone 'one: sleeps in io_cqring_wait'
race bpf
refused bpf-refused 'the kernel refuses a program of BPF, of type 1: R0 !read_ok'
race keys
refused keys-locked "'other' sleeps, and nothing but another actor can wake it"
test_that 'keys-locked: says on what it sleeps' says 'key_revoke'
race tracefs
refused no-event "the kernel has no event 'sched/nothing'"
race namespaces
refused no-pids 'the kernel has to have CONFIG_NET_NS, CONFIG_PID_NS and the like: Invalid argument'
race cgroups
refused no-controller "cannot write '+nothing' to /cgroups/cgroup.subtree_control"
race faults
refused far 'of 2 bytes 3 are to be before where it faults'
race fuse
refused fuse-held "'one' sleeps, and nothing but another actor can wake it"
test_that 'fuse-held: says on what it sleeps' says 'request_wait_answer'

# A worker that collects keys, and a ring, with gdb: what they write to memory that is shared is no matter of who watches.
for of in interfaces interfaces/keys; do
	"$replay/cmd/run" "$of" --direct --quiet --keep "$tmp/direct" >"$tmp/out"
	"$replay/cmd/run" "$of" --quiet --keep "$tmp/gdb" >"$tmp/out"
	test_that "$of with gdb: the same trace" cmp "$tmp/direct/trace" "$tmp/gdb/trace"
	rm -rf "$tmp/direct" "$tmp/gdb"
done

test_that 'nothing is left' nothing_left
done_testing
