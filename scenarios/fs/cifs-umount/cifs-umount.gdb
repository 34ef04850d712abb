# SPDX-License-Identifier: GPL-2.0
# The write is over, and the file closed. The work that frees the request has not come yet.
let leaver reach :closed

# With the fix the umount waits for it; without, the dentry of the file is in use.
let leaver block or finish
stacks
let request finish
let leaver finish
