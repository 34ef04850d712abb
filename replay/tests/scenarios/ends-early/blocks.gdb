# SPDX-License-Identifier: GPL-2.0
# The core dump waits for who is held, who waits in its exit for the end of the core dump.
case fault
let one reach :one
let other block
let one block
let other finish
let one finish
