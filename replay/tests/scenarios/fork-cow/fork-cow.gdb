# SPDX-License-Identifier: GPL-2.0
let forker enter copy_page_range
let writer finish
let forker finish
