# SPDX-License-Identifier: GPL-2.0
# Two alarms are due at once: the first is the one that has been due for longer.
case two
let sleeper block
let writer block
let alarm finish
let sleeper finish
let alarm finish
let writer finish
