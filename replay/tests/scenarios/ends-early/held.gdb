# SPDX-License-Identifier: GPL-2.0
# The core dump waits until the held actor has died.
case fault
let one reach :one
let other finish
let one finish
