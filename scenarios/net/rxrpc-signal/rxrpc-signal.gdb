# SPDX-License-Identifier: GPL-2.0
# The window is full.
let sender sleep
# Another has the mutex of the call.
let other enter rxrpc_send_data
stacks
# A signal comes, and the sender goes on.
let signaller finish
let sender finish
let other finish
