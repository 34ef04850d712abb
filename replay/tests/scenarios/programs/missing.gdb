# SPDX-License-Identifier: GPL-2.0
# The result must be BROKEN.
case missing
let reader finish
