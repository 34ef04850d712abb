# SPDX-License-Identifier: GPL-2.0
# Who is held does not answer.
let looker reach :looks
let changer finish
let looker finish
