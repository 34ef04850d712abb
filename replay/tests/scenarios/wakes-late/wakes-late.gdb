# SPDX-License-Identifier: GPL-2.0
# The alarm is due, and the writer comes first.
let sleeper block
let writer finish
let alarm finish
let sleeper finish
