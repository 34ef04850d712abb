# SPDX-License-Identifier: GPL-2.0
# The writer waits for room.
let writer block

# It is woken, with the pipe still locked, and looks.
let grow reach writers_woken
let writer block

# There is room now. Does the writer come to its end?
let grow finish
