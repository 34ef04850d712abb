# SPDX-License-Identifier: GPL-2.0
let closer finish

# The first message is freed, and with it the last reference of the receiver's file.
let collector enter unix_destroy_fpl
let collector enter unix_destroy_fpl

# The receiver is freed, and the second message has been sent to it.
let fput finish
stacks
let collector finish
