# SPDX-License-Identifier: GPL-2.0
# The timer has announced the address a second time, and is to expire once more.
case resent
let sender enter mptcp_sendmsg_frag
let asker block
let sender finish
let manager reach :announced
let timer finish
let asker leave __lock_sock_fast
let worker finish

# The echo of the first time finds the address.
let asker park after address_found

# What the second time has still to send goes first, so nothing more is said to the client.
let manager finish
stacks
let asker finish
