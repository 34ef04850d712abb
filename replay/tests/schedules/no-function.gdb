# SPDX-License-Identifier: GPL-2.0
let swapin enter shmem_add_to_page_cash
