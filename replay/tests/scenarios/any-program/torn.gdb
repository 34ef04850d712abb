# SPDX-License-Identifier: GPL-2.0
# The child reads when one of the two pages is written.
let t1 sleep
let t3 enter shmem_get_folio
let t3 enter shmem_get_folio
let t2 finish
let t3 finish
let t1 finish
