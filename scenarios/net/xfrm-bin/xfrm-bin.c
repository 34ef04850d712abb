// SPDX-License-Identifier: GPL-2.0
/*
 * The bins of policies are made anew while one of them is deleted.
 *
 * 7f2d76c9c032 ("xfrm: policy: fix use-after-free on inexact bin in
 * xfrm_policy_bysel_ctx()"). Who has taken a policy out of its bin looks whether the bin is
 * empty now, but had dropped the lock in between, and by then the bin may be gone.
 *
 *     deleter                             (worker)
 *     -------                             --------
 *     xfrm_policy_bysel_ctx()
 *       bin = xfrm_policy_inexact_lookup()
 *       __xfrm_policy_unlink(pol)
 *       spin_unlock_bh(xfrm_policy_lock)
 *                                         xfrm_hash_rebuild()
 *                                           __xfrm_policy_inexact_flush():
 *                                           kfree_rcu(bin)
 *       xfrm_policy_inexact_prune_bin(bin)
 *
 *     BUG: KASAN: use-after-free in xfrm_policy_inexact_prune_bin+0x1b/0x60
 *
 * Limits: the worker is no actor. Who deletes asks for it right before, and it runs when the actor
 * is kept. One policy, with prefixes, so that it is in a bin, and that is empty without it.
 */
#include "net.h"
#include "programs.h"
#include "scenario.h"

#include <arpa/inet.h>
#include <linux/xfrm.h>
#include <unistd.h>

static int asked, deleted;

static void undo(void)
{
	run("ip xfrm policy flush");
}

static void setup(void)
{
	asked = deleted = -1;
	run("ip xfrm policy add src 10.0.0.0/8 dst 10.1.0.0/16 dir out");
	at_end(undo);
	/* The next policy would have another number. */
	cannot_undo();
}

static void deleter(void)
{
	const struct xfrmu_spdhthresh thresholds = { .lbits = 32, .rbits = 32 };
	const __u32 no_flags = 0;
	struct xfrm_userpolicy_id id = {
		.dir = XFRM_POLICY_OUT,
		.sel = { .family = AF_INET, .prefixlen_s = 8, .prefixlen_d = 16 },
	};
	struct message both[2];
	int fd = netlink(NETLINK_XFRM);

	inet_pton(AF_INET, "10.0.0.0", &id.sel.saddr.a4);
	inet_pton(AF_INET, "10.1.0.0", &id.sel.daddr.a4);
	message(&both[0], XFRM_MSG_NEWSPDINFO, 0, &no_flags, sizeof(no_flags));
	attribute(&both[0], XFRMA_SPD_IPV4_HTHRESH, &thresholds, sizeof(thresholds));
	message(&both[1], XFRM_MSG_DELPOLICY, 0, &id, sizeof(id));
	/* As one, so that the worker does not come between them. */
	say(fd, both, 2);
	asked = answer(fd);
	deleted = answer(fd);
	close(fd);
}

/* A turn for the worker, and a grace period, behind which the bin is freed. */
static void waiter(void)
{
	usleep(100000);
}

static void check(void)
{
	ok(!asked, "thresholds are set");
	ok(!deleted, "the policy is deleted");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(deleter), ACTOR(waiter) },
	.check = check,
};
