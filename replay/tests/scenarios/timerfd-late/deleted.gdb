# SPDX-License-Identifier: GPL-2.0
# It is due, and taken back: no later step can let it.
let reader finish
let expiry finish
