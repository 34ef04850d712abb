# SPDX-License-Identifier: GPL-2.0
# The write has seen that the file is inline, and put its bytes into the page.
let writer enter ext4_write_inline_data_end

# With the fix it waits for the inode; without, the file is inline no more.
let allocator block or finish
stacks
let writer finish
