# The first has locked both directories.
let up enter vfs_rename

# The second waits for the lock. The schedule ends, and all actors run free. If they sleep for ever,
# the check "every actor comes to its end" fails.
let down block
