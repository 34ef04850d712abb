# SPDX-License-Identifier: GPL-2.0
# It says that it might be cancelled; without the fix it is on no list yet.
let arm park after might_cancel

let disarm finish
let arm finish
