# SPDX-License-Identifier: GPL-2.0
# The punch before the page is out of swap, and swapin not let: nobody waits here.
let swapin block
