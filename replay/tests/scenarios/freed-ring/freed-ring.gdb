# SPDX-License-Identifier: GPL-2.0
# In pipe_write(), which has taken a buffer of the ring, and copies what to write.
let writer enter handle_mm_fault

# Mainline: it waits for the lock of the pipe. With the patch: the ring is another.
let grow sleep
let writer finish
let grow finish
