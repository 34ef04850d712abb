# SPDX-License-Identifier: GPL-2.0
# The entry is freed, and its slot is in use by swap cache alone.
let freer enter __try_to_reclaim_swap

# With the fix swapoff waits until nobody looks at the swap area; without, it takes it away.
let swapoff_all block or finish
stacks
let freer finish
