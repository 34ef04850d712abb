# SPDX-License-Identifier: GPL-2.0
let parent finish
