# The reader has seen that there is nothing, and is about to become one of those to be woken.
let reader enter prepare_to_wait_event

# Here nobody is to be woken. The schedule ends, and all run free: if the reader sleeps for
# ever, "every actor comes to its end" fails.
let writer finish
