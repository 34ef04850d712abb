# SPDX-License-Identifier: GPL-2.0
# The result must be BROKEN.
case no-interpreter
let reader finish
