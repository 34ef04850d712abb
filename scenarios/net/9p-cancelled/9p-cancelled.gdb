# SPDX-License-Identifier: GPL-2.0
# It waits for an answer, is killed, takes its request back, and waits that this is answered.
let mounter block
let server reach :killed_it
let mounter block
let server reach :flushed
let reader finish

# The answer is there, and the request is still to be answered.
let mounter enter p9_fd_cancelled

# The connection ends, and each request with it.
let server finish
let reader finish
stacks
let mounter finish
