# SPDX-License-Identifier: GPL-2.0
let mover reach :empty
let notify finish
let watcher finish
let mover finish
