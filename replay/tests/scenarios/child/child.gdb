# SPDX-License-Identifier: GPL-2.0
let parent block
let reader reach :reads
let reader enter shmem_get_folio
let reader enter shmem_get_folio
let writer finish
let reader finish
let parent finish
