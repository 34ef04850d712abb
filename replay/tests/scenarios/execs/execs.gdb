# SPDX-License-Identifier: GPL-2.0
let execer enter begin_new_exec
let looker finish
let execer enter do_exit
let execer finish
