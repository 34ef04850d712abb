# SPDX-License-Identifier: GPL-2.0
case read
source truncate-fault.gdb
