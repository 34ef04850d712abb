# SPDX-License-Identifier: GPL-2.0
let swapin reach swapin_confirmed
assert !PageLocked(page_of($swapin))
let swapin finish
