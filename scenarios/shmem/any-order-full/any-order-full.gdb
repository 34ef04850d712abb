# SPDX-License-Identifier: GPL-2.0
# One order of many: as in refill-fault, and reclaim comes before swapin looks.
let swapin reach swapin_confirmed
let punch_it finish
let writer finish
let reclaimer finish
stacks
let swapin finish
