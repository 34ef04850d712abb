# SPDX-License-Identifier: GPL-2.0
let looker reach :looks
let changer block
let looker finish
let changer finish
