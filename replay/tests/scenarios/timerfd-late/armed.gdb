# SPDX-License-Identifier: GPL-2.0
case armed
let reader reach :armed
let expiry finish
let reader finish
