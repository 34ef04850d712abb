# SPDX-License-Identifier: GPL-2.0
# The scheduler is gone, the queue is not frozen any more.
let switcher enter kobject_uevent

# The writer has been through wbt_wait(), where it is counted if there is throttling.
let writer enter __rq_qos_track
stacks

# By now there is, with the fix and without.
let switcher finish
let writer finish
