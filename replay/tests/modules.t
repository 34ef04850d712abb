#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Modules are in the guest, their functions are points before they are loaded, and stacks and the
# debugger know their source lines.
set -eu
. "$(dirname -- "$0")/tap.sh"

attempt "$replay/cmd/run" modules --keep "$tmp/gdb"
test_that 'loaded and unloaded by an actor: it passes' status_is 0
test_that 'a function of one that is not loaded yet' grep -q ' loader enter vsock_core_register$' "$tmp/gdb/trace"
test_that 'a label in one, with what it knows' grep -q ' loader reach transport_registered features=' "$tmp/gdb/trace"
test_that 'and once more when it is loaded again' \
	[ "$(grep -c '^[0-9]* [0-9]* loader enter vsock_core_register$' "$tmp/gdb/trace")" = 2 ]
attempt "$replay/cmd/run" modules --direct --keep "$tmp/direct"
for file in trace console; do
	test_that "without gdb: the same $file" cmp "$tmp/gdb/$file" "$tmp/direct/$file"
done
attempt "$replay/cmd/stacks" "$tmp/gdb"
test_that 'a stack: its line' says 'net/vmw_vsock/af_vsock.c:'
test_that 'a stack: the kernel, too' says 'kernel/module/main.c:'
"$replay/cmd/run" vsock-unload --direct --quiet --keep "$tmp/asks" >"$tmp/out"
attempt "$replay/cmd/stacks" "$tmp/asks" asker
test_that 'a stack through two modules: the one' says 'net/vmw_vsock/virtio_transport.c:'
test_that 'a stack through two modules: the other' says 'net/vmw_vsock/af_vsock.c:'
attempt "$replay/cmd/run" modules/asked --direct
test_that 'one that the kernel asks for: it passes' status_is 0
attempt "$replay/cmd/run" modules/missing --direct
test_that 'one that is not there: BROKEN' status_is 2
test_that 'one that is not there: says so' says "the guest has no module 'nothing'"
attempt "$replay/cmd/points" 'vsock_core_*' --scenario modules
test_that 'its functions are among the points' says 'net/vmw_vsock/af_vsock.c:'

for scenario in module-work module-work/later; do
	attempt "$replay/cmd/run" "$scenario" --keep "$tmp/work-gdb"
	test_that "$scenario, a work item whose function is in a module: it passes" status_is 0
	test_that "$scenario: who takes the device down waits for it" \
		grep -q ' user block wait_for_common$' "$tmp/work-gdb/trace"
	attempt "$replay/cmd/run" "$scenario" --direct --keep "$tmp/work-direct"
	test_that "$scenario: without gdb the same trace" cmp "$tmp/work-gdb/trace" "$tmp/work-direct/trace"
	rm -rf "$tmp/work-gdb" "$tmp/work-direct"
done

printf '%s\n' modules 'info line vsock_core_register' 'info symbol vsock_core_register' backtrace replay-rest |
	"$replay/cmd/debug" modules >"$tmp/out" 2>&1 || :
test_that 'at the prompt: its line' says 'net/vmw_vsock/af_vsock.c" starts at address'
test_that 'at the prompt: its frame' says 'vsock_core_register (t='

test_that 'nothing is left' nothing_left
done_testing
