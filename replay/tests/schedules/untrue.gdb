# SPDX-License-Identifier: GPL-2.0
let swapin reach swapin_confirmed
assert !PageLocked($swapin->facts.page)
let swapin finish
