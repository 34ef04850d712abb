# SPDX-License-Identifier: GPL-2.0
source ../slot-reuse/slot-reuse.gdb
