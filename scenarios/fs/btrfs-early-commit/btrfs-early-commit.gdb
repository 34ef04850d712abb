# SPDX-License-Identifier: GPL-2.0
# The only file of the block group is deleted by a transaction that is not completed: its
# superblock is written, and what it has freed is still pinned.
let balancer enter btrfs_relocate_chunk
let deleter enter btrfs_finish_extent_commit

# The next is one of fsync(). The balance is in it, too, and waits for it.
let fsyncer enter btrfs_commit_transaction
let balancer enter btrfs_commit_transaction
let fsyncer block
let balancer block

# With the fix the balance waits for the first transaction, too. Without, it is in two more of
# fsync(), and there are no extents to relocate in what they have committed.
let fsyncer enter btrfs_commit_transaction
let balancer enter btrfs_commit_transaction or block
let fsyncer block or finish
let balancer block
let fsyncer enter btrfs_commit_transaction or finish
let balancer enter btrfs_commit_transaction or block
let fsyncer block or finish
let balancer block
let fsyncer finish

# Without the fix it takes the block group away.
let balancer block
stacks
let deleter finish
