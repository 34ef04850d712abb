# SPDX-License-Identifier: GPL-2.0
case read
source slot-reuse.gdb
