# SPDX-License-Identifier: GPL-2.0
# Nobody finds the device by its index any more, and nobody is told yet.
let remover enter unlist_netdevice
let remover enter synchronize_net

# With the fix it waits for the remover; without, the socket goes, and its filters stay.
let closer enter isotp_release
let closer block or finish
stacks
# From here both go on: the remover waits until the socket has given the device back.
