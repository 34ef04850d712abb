# SPDX-License-Identifier: GPL-2.0
# Nobody lets the timer, which is due: it is pending until the schedule is over.
let mover reach :empty
let watcher finish
let mover finish
