# SPDX-License-Identifier: GPL-2.0
# The other side asks for a channel, and krfcommd finds who listens there.
let peer finish
let krfcommd enter rfcomm_connect_ind
let krfcommd enter lock_sock_nested

# The listener is closed, and given back.
let closer finish
stacks
let krfcommd finish
