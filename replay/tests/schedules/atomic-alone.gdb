# SPDX-License-Identifier: GPL-2.0
# The same place, and nobody else runs before it is left.
let swapin enter xas_find_conflict
let swapin finish
let punch finish
