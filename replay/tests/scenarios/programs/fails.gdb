# SPDX-License-Identifier: GPL-2.0
# The result must be BROKEN.
case fails
let reader finish
