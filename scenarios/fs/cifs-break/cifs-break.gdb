# SPDX-License-Identifier: GPL-2.0
# Another opens the file, so the server takes the lease back, and waits; the work for it begins.
let breaker block
let oplock enter cifs_oplock_break

# The file is closed: the work has the last reference. The umount waits for the work; or leaves the
# superblock to it.
let leaver reach :closed
let leaver block or finish
stacks
let oplock finish
let leaver finish
let breaker finish
