# The reader has found the pipe empty, and is about to add itself to the wait queue.
let reader enter prepare_to_wait_event

# The wait queue is empty, so this wakes nobody. The schedule ends, and all actors run free. If the
# reader sleeps for ever, the check "every actor comes to its end" fails.
let writer finish
