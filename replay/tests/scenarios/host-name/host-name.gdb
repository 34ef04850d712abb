# SPDX-License-Identifier: GPL-2.0
let reads finish
let sets finish
