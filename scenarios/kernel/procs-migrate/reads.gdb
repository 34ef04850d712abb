# SPDX-License-Identifier: GPL-2.0
case reads

# It has read a line, and the iteration stands behind those in the file's buffer.
let reader reach :a_line
let mover enter cgroup_migrate_add_task
let mover finish
let reader finish
