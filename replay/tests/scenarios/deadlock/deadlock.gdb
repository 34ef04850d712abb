# SPDX-License-Identifier: GPL-2.0
# The result must be BROKEN: nobody can go on.
let up reach :has_first
let down reach :has_second
let up block
let down finish
let up finish
