# SPDX-License-Identifier: GPL-2.0
# The write copies the page, and is about to look it up again.
let writer enter faultin_page
let writer enter follow_page_mask
stacks

let discard finish
let writer finish
