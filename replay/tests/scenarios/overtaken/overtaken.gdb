# SPDX-License-Identifier: GPL-2.0
let waiter block
let giver reach :gave_one

# The waiter is on the run queue, and not let. It finds nothing when it is.
let thief finish
let waiter block

let giver finish
let waiter finish
