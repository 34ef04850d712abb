# SPDX-License-Identifier: GPL-2.0
# Under the lock of the inode's counts, where nobody may be held.
let swapin reach swapin_confirmed
let punch enter shmem_recalc_inode
let swapin finish
