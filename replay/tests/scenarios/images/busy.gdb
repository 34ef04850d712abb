# SPDX-License-Identifier: GPL-2.0
case busy
let writer finish
