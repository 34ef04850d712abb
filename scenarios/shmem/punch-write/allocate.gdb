# SPDX-License-Identifier: GPL-2.0
case allocate
source punch-write.gdb
