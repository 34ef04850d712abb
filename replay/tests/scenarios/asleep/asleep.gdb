# SPDX-License-Identifier: GPL-2.0
# The result must be BROKEN: the guest does not end.
let actor finish
