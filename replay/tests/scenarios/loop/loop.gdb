# SPDX-License-Identifier: GPL-2.0
# The result must be BROKEN: the guest hangs.
let spinner finish
