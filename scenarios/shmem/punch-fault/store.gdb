# SPDX-License-Identifier: GPL-2.0
case store
source punched.gdb
