# SPDX-License-Identifier: GPL-2.0
# Who asks waits for the lock of the subflow, which the sender has; so it gets it by waiting.
let sender enter mptcp_sendmsg_frag
let asker block
let sender finish

# The server announces the address.
let manager reach :announced

# Who asks has the subflow, and nothing else. The echo of the client comes meanwhile.
let asker leave __lock_sock_fast
let worker finish

# It is received when the subflow is given back, and finds the address. With the fix it goes on to
# where it reads no more; without, it is yet to stop the timer.
let asker park after address_found

# The address is removed, and freed. To say so to the client takes the subflow.
let manager block
stacks
let asker finish
let manager finish
