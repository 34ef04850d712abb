# SPDX-License-Identifier: GPL-2.0
# It is killed before it begins, and exits once it is let.
case killed
let parent block
let reader finish
let writer finish
let parent finish
