# SPDX-License-Identifier: GPL-2.0
# mount waits for the thread to begin.
let mounter block
let segctor finish
let mounter reach :mounted

# umount asks it for a last segment.
let mounter block
let segctor finish

# umount has woken it to go, and not looked again.
let mounter enter nilfs_detach_log_writer
let mounter enter prepare_to_wait_event

# It has said that it is gone; with the fix it has the lock there, and has woken the other before it can be held.
let segctor park after segctor_gone
let mounter finish
let segctor finish
