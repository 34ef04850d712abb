# SPDX-License-Identifier: GPL-2.0
# Write-back has locked the page, and it is not dirty any more.
let writeback enter ubifs_writepage

# The file is shorter, and its pages are there still.
let truncating enter truncate_pagecache
stacks

# The page is beyond the end: write-back lets it go as it is, private.
let writeback finish

# And it is released.
let advise finish
let truncating finish
