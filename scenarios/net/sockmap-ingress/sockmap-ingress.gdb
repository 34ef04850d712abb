# SPDX-License-Identifier: GPL-2.0
let sender finish

# The message is where the application reads it, and the buffer in it still is in the work's queue.
let backlog enter sk_psock_skb_state
let reader finish
stacks
let backlog finish
