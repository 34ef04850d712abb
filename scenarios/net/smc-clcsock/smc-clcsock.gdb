# SPDX-License-Identifier: GPL-2.0
# The links go, and with them the link group of the server.
let downer finish
let terminator finish

# It sets the option on the TCP socket below.
let setter enter tcp_setsockopt

# The link group of the client goes: with the fix its work waits for the lock of that socket.
let terminator#2 block or finish
stacks
let setter finish
