# SPDX-License-Identifier: GPL-2.0
# It is late by one look.
let reader reach :looked
let expiry finish
let reader finish
