# SPDX-License-Identifier: GPL-2.0
case read
source punched.gdb
