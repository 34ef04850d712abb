# SPDX-License-Identifier: GPL-2.0
# In shmem_get_folio_gfp(): the first has its page, and calls this to put it into the tree.
let first enter shmem_add_to_page_cache
let second finish
let first finish
