# SPDX-License-Identifier: GPL-2.0
# The bands are fewer; the lock of the root is given up, and the old one is about to go.
let tuner enter qdisc_put

# With the fix it is empty; without, it drops what has been subtracted from its parents already.
let perturb finish
stacks
let tuner finish
