# SPDX-License-Identifier: GPL-2.0
# The transport is there, and asked: in a function of its module.
let asker enter virtio_transport_get_local_cid
stacks

# With the fix it waits for the lock that the asker has; without, the module is gone.
let remover block or finish
let asker finish
