# SPDX-License-Identifier: GPL-2.0
# The sleeper times out while the writer is between its stores.
let sleeper sleep
let writer reach :between
let sleeper finish
let writer finish
