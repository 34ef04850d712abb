# In pipe_write(), which has taken a buffer of the ring, and copies what is written from a
# page that is not in memory yet.
let writer enter handle_mm_fault

# It waits for the lock of the pipe. Who took no lock would free the ring now.
let grow sleep
let writer finish
let grow finish
