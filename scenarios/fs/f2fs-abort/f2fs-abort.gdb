# SPDX-License-Identifier: GPL-2.0
# Nobody else writes to the file, so its close is going to abort.
let closer reach f2fs_release_aborts

# Another opens the file, aborts, and has a page locked.
let aborter enter truncate_cleanup_folio
stacks

# The close sleeps: for the inode, or, without the fix, for the page.
let closer sleep
let aborter finish
let closer finish
