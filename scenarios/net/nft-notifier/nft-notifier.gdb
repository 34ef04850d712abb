# SPDX-License-Identifier: GPL-2.0
# The chain is gone, and what is left of it is listed; the work has not come yet. With the fix the
# notifier waits for it; without, the table goes first.
let owner block or finish
stacks
let destroy finish
