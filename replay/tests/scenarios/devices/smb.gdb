# SPDX-License-Identifier: GPL-2.0
# ksmbd of 6.1.192 has not got opinfo_put()'s look whether there is one, and dies of the first directory that
# is opened. Nothing is put here.
set *(unsigned char *)opinfo_put = 0xc3
set *(unsigned char *)smb_lazy_parent_lease_break_close = 0xc3
case smb
let user finish
