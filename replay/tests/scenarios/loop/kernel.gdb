# SPDX-License-Identifier: GPL-2.0
# The result must be BROKEN: the guest hangs in a system call.
case kernel
let spinner finish
