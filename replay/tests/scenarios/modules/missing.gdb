# SPDX-License-Identifier: GPL-2.0
case missing
let loader finish
