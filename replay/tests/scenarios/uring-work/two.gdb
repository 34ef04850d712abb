# SPDX-License-Identifier: GPL-2.0
# The turn of another thread waits until that of the first is over, and is let at once.
case two
let asker block
let writer finish
let writer#2 enter pipe_write
let reader finish
let writer#2 finish
let asker finish
