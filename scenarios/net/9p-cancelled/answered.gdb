# SPDX-License-Identifier: GPL-2.0
# 74d6a5d56629: the request is answered, header and rest, just before it is taken off.
case answered
let mounter block
let server reach :killed_it
let mounter block
let server reach :flushed
let reader finish
let mounter enter p9_fd_cancelled
let server reach :answered
let reader#3 finish
stacks
let mounter block or finish
