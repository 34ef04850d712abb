# SPDX-License-Identifier: GPL-2.0
# The write has seen that the file is inline, and put its bytes into the page, which it has locked.
let writer enter ext4_write_inline_data_end

# The file moves to a block; then the store waits for the page.
let mapper block
stacks
let writer finish
