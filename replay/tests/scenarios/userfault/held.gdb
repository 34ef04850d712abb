# SPDX-License-Identifier: GPL-2.0
let writer finish
