# SPDX-License-Identifier: GPL-2.0
# The mapping with the pages in swap is copied, and the next one is about to be.
let forker enter dup_mmap
let forker enter swap_duplicate
let forker enter copy_page_range

let killer finish

# It has given up the lock of the half of an address space, and not the space itself.
let forker enter mmput

# It has gone through all spaces once, and comes again, since the half of one is in use still.
let swapoff_all reach swapoff_pass
let swapoff_all reach swapoff_pass
let forker finish
let swapoff_all finish
