# SPDX-License-Identifier: GPL-2.0
# The second adds between what the first reads and what it writes.
let first reach :read
let second finish
let first finish
