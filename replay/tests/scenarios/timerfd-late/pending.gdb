# SPDX-License-Identifier: GPL-2.0
# Nobody lets it, and it is taken back at the end.
let reader finish
