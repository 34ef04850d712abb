# SPDX-License-Identifier: GPL-2.0
# Its directory in debugfs is what goes next; with the fix its devices do.
let unloader leave unregister_netdevice_notifier

# The directory of the device is there, and about to be removed.
let remover enter debugfs_remove

# It waits for the lock that the remover has; without the fix the directories are gone by then.
let unloader block
stacks
let remover finish
let unloader finish
