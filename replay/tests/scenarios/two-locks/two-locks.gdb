# SPDX-License-Identifier: GPL-2.0
# The schedule ends where both have one lock: that they do not end is what is found.
let up reach :has_first
let down reach :has_second
