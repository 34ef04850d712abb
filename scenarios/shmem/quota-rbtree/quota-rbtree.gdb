# SPDX-License-Identifier: GPL-2.0
# It has the lock of the tree, and is about to make an entry for it.
let adder enter shmem_acquire_dquot
let adder enter __kmalloc_cache_noprof

# It waits for that lock, and without the fix has a root by then.
let release enter shmem_release_dquot
let release block

let adder finish
let release finish
