# SPDX-License-Identifier: GPL-2.0
source ../truncate-fault/truncate-fault.gdb
