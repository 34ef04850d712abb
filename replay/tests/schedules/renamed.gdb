# SPDX-License-Identifier: GPL-2.0
# By the name that the function had before it was about folios.
let swapin enter shmem_swapin_page
let punch finish
let swapin finish
