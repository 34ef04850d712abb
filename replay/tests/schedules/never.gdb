# SPDX-License-Identifier: GPL-2.0
# swapin finds its entry, so it does not pass this label.
let swapin reach swapin_lost
