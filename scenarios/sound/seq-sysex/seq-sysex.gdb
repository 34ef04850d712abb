# SPDX-License-Identifier: GPL-2.0
# It knows where the buffer ends: two bytes are left.
let one reach sysex_end_known

# With the fix it waits for sysex_mutex; without, it fills the buffer, which begins anew.
let other block or finish
stacks
let one finish
