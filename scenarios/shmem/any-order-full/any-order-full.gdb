# SPDX-License-Identifier: GPL-2.0
source ../any-order/any-order.gdb
