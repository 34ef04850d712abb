# SPDX-License-Identifier: GPL-2.0
# Nobody has set it.
let expiry finish
