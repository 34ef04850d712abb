# The writer is in pipe_write(), has taken a buffer of the ring, and copies from a page that is not in
# memory yet.
let writer enter handle_mm_fault

# It waits for the lock of the pipe. Without the lock it would free the ring now.
let grow sleep
let writer finish
let grow finish
