#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# The examples of scenarios/README.md, a kind of race each; with gdb and without.
set -eu
. "$(dirname -- "$0")/tap.sh"

# example NAME STATUS TEXT [OPTION]...
example()
{
	name=$1 expected=$2 text=$3
	shift 3
	for direct in '' --direct; do
		# shellcheck disable=SC2086 # no option is no word
		attempt "$replay/cmd/run" "$name" "$@" $direct --keep "$tmp/$name$direct"
		what=$name${1:+, $(basename "$2")}${direct:+, without gdb}
		test_that "$what: status" status_is "$expected"
		test_that "$what: says '$text'" says "$text"
		test_that "$what: gdb says nothing of its own" eval '! says "# gdb: "'
	done
	test_that "$name: the same trace" cmp "$tmp/$name/trace" "$tmp/$name--direct/trace"
	test_that "$name: the same console" cmp "$tmp/$name/console" "$tmp/$name--direct/console"
}

example same-hole 0 'ok 1 both have the same page'
example overtaken 0 'ok 2 who came first gets the second'
example two-locks 1 'not ok - every actor comes to its end'
test_that 'two-locks: where they sleep' grep -q '^#   up: sleeps in flock_lock_inode_wait' "$tmp/out"
example lost-wakeup 1 'not ok - every actor comes to its end'
test_that 'lost-wakeup: who was not woken' grep -q '^#   waiter: sleeps in futex_' "$tmp/out"
example freed-ring 0 'ok 1 the write succeeds'
example freed-ring 1 'not ok 2 the kernel reports nothing wrong' \
	--variant unlocked-grow
test_that 'freed-ring: what the kernel reports' says 'BUG: KASAN: use-after-free in pipe_write'
test_that 'freed-ring: in the diagram, and who freed it' says '[report]  <- freed by grow in pipe_resize_ring'
done_testing
