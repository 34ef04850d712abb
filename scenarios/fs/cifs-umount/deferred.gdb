# SPDX-License-Identifier: GPL-2.0
# c68337442f03: the file is closed, and goes on being open at the server for a second.
case deferred
let leaver reach :closed

# The work is about to let it go: it is on no list any more.
let deferred enter cifsFileInfo_put_final

# With the fix the umount waits for the work; without, the dentry of the file is in use.
let leaver block or finish
stacks
let deferred finish
let leaver finish
