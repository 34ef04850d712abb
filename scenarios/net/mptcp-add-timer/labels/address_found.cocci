// SPDX-License-Identifier: GPL-2.0
// The announced address is found, and its timer is to be stopped.
// File: net/mptcp/pm.c
// File: net/mptcp/pm_kernel.c
// File: net/mptcp/pm_netlink.c
// Needed-for: stop_timer = true
@@
identifier del_timer = { mptcp_pm_del_add_timer, mptcp_pm_announced_del_timer };
identifier msk;
@@
del_timer(struct mptcp_sock *msk, ...)
{
<...
spin_unlock_bh(&msk->pm.lock);
+ replay_point(address_found, REPLAY_OBJECT("address", entry));
...>
}
