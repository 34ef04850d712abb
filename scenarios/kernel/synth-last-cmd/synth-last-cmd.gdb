# SPDX-License-Identifier: GPL-2.0
# In last_cmd_set(): the last command is freed, and the next not yet in its place.
let one enter kstrdup

# With the fix it waits for lastcmd_mutex; without, it frees the last command again.
let other block or finish
stacks
let one finish
