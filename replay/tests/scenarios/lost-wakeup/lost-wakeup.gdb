# SPDX-License-Identifier: GPL-2.0
let waiter reach :saw_nothing
let giver finish
