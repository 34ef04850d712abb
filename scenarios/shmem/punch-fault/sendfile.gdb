# SPDX-License-Identifier: GPL-2.0
case sendfile
source punched.gdb
