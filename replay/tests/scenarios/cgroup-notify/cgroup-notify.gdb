# SPDX-License-Identifier: GPL-2.0
# The timer is late: nobody is told.
let mover reach :empty
let watcher finish
let notify finish
let mover finish
