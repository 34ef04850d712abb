# SPDX-License-Identifier: GPL-2.0
case damaged
let writer finish
