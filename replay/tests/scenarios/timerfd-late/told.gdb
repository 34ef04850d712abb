# SPDX-License-Identifier: GPL-2.0
let reader reach :expired
let expiry finish
let reader finish
