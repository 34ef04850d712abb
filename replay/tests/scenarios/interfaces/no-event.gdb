# SPDX-License-Identifier: GPL-2.0
case no_event
let one finish
