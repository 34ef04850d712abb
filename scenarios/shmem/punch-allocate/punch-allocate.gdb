# SPDX-License-Identifier: GPL-2.0
source ../punch-write/punch-write.gdb
