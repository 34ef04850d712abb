# SPDX-License-Identifier: GPL-2.0
# Without the fix the key has been found valid by now.
let reader enter down_read
stacks
let revoker finish
let reader finish
