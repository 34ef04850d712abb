# SPDX-License-Identifier: GPL-2.0
let victim enter do_exit
let reaper enter oom_reap_task_mm
let victim finish
let reaper finish
