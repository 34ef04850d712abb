# SPDX-License-Identifier: GPL-2.0
let caller reach :called
let caller finish
