# SPDX-License-Identifier: GPL-2.0
let looker finish
let changer finish
