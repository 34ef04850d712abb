# SPDX-License-Identifier: GPL-2.0
case no_controller
let one finish
