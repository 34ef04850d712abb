# SPDX-License-Identifier: GPL-2.0
# As the scenario's own schedule, with no label.
let swapin enter shmem_add_to_page_cache
let punch finish
let swapin finish
