// SPDX-License-Identifier: GPL-2.0
// swapoff begins another pass over all that may be in swap.
// File: mm/swapfile.c
@@
expression error;
@@
try_to_unuse(...)
{
<...
+ replay_point(swapoff_pass);
error = shmem_unuse(...);
...>
}
