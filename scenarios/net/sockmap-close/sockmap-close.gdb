# SPDX-License-Identifier: GPL-2.0
let sender finish

# It has taken sk->sk_socket, and is about to send.
let backlog enter kernel_sendpage

# With the fix it waits for the work; without it, it is done with the socket.
let closer sleep
let backlog finish
let closer finish
