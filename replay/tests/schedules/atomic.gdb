# SPDX-License-Identifier: GPL-2.0
# Under the lock of the tree, where nobody may be held.
let swapin enter xas_find_conflict
let punch finish
