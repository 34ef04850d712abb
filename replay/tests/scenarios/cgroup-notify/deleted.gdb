# SPDX-License-Identifier: GPL-2.0
# It is due, and deleted: no later step can let it.
case removed
let mover reach :empty
let watcher finish
let mover finish
let notify finish
