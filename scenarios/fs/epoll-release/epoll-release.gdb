# SPDX-License-Identifier: GPL-2.0
# It has the mutex of the instance, and the other one waits for it.
let one enter ep_unregister_pollwait
let other block

# It unlocks the mutex: nobody owns it, and nobody is woken yet. Without the fix it has
# dropped its reference.
let one enter __mutex_unlock_slowpath
let one enter _raw_spin_lock or enter _raw_spin_lock_irqsave

# The instance is closed, and its last file goes. With the fix there is a reference left.
let closer enter ep_clear_and_put
let closer finish
let other enter ep_unregister_pollwait
let other finish
stacks
let one finish
