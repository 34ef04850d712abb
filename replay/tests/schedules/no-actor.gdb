# SPDX-License-Identifier: GPL-2.0
let swapon reach swapin_confirmed
