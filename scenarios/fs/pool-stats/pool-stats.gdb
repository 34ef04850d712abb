# SPDX-License-Identifier: GPL-2.0
# All threads are gone, and the server is forgotten in a moment, under nfsd_mutex.
let stopper enter nfsd_last_thread

# In nfsd_pool_stats_release(), which waits for that.
let closer block
stacks
let stopper finish
let closer finish
