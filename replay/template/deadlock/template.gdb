# The first has locked both directories.
let up enter vfs_rename

# The second wants both, too. The schedule ends, and all run free: if they sleep for ever,
# "every actor comes to its end" fails.
let down block
