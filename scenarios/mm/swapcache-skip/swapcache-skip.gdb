# SPDX-License-Identifier: GPL-2.0
# It has read its page.
let first leave swap_readpage

# With the fix the second waits for the first; without, it is done, and the slot is in use again.
let second enter do_swap_page
let second sleep or finish
stacks
let first finish
