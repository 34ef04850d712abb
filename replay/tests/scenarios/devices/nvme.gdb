# SPDX-License-Identifier: GPL-2.0
case nvme
let user finish
