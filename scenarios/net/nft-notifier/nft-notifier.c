// SPDX-License-Identifier: GPL-2.0
/*
 * Who owns a table closes its socket while a work item releases what it has deleted of that table.
 *
 * d4bc8271db21 ("netfilter: nf_tables: netlink notifier might race to release objects"). The
 * notifier releases the table, to which the transactions that are to be released still refer.
 *
 *     owner                              nf_tables_trans_destroy_work() (work)
 *     -----                              -------------------------------------
 *     nf_tables_commit()
 *       schedule_work()
 *     netlink_release()
 *       nft_rcv_nl_event()
 *         __nft_release_table():
 *         frees the table
 *                                        nft_commit_release()
 *                                          nf_tables_chain_destroy()
 *                                            reads chain->table
 *
 * The schedule 'midway' is 9f6958ba2e90 ("netfilter: nf_tables: unconditionally flush pending work
 * before notifier"), CVE-2024-42109: the notifier waited for the work only where something was
 * listed, and the work has taken the list, and waits for a grace period:
 *
 *     nf_tables_commit()
 *                                        list_splice_init()
 *                                        synchronize_rcu()
 *     nft_rcv_nl_event()
 *       list_empty(&nf_tables_destroy_list)
 *       __nft_release_table()
 *                                        nft_commit_release()
 *
 *     BUG: KASAN: use-after-free in nf_tables_chain_destroy+0x99/0x2c0
 *     Workqueue: events nf_tables_trans_destroy_work
 *
 * Limits: what is deleted is a chain with a hook, which looks at the family of its table; in the
 * reports nft_commit_release() itself did.
 */
#include "net.h"
#include "scenario.h"

#include <arpa/inet.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <string.h>
#include <unistd.h>

#define TABLE "owned"
#define CHAIN "hooked"

static int fd = -1;
static int deleted, closed;

static void nft(struct message *message_of, int type, int flags)
{
	struct nfgenmsg head = { .nfgen_family = NFPROTO_IPV4, .version = NFNETLINK_V0 };

	message(message_of, NFNL_SUBSYS_NFTABLES << 8 | type, flags, &head, sizeof(head));
}

/* What begins and ends a transaction, without an answer. */
static void edge(struct message *message_of, int type)
{
	struct nfgenmsg head = { .version = NFNETLINK_V0, .res_id = htons(NFNL_SUBSYS_NFTABLES) };

	message(message_of, type, 0, &head, sizeof(head));
	message_of->header.nlmsg_flags = NLM_F_REQUEST;
}

static void name(struct message *message_of, int type, const char *is)
{
	attribute(message_of, type, is, strlen(is) + 1);
}

static void undo(void)
{
	if (fd >= 0)
		close(fd);
	fd = -1;
}

static void setup(void)
{
	struct {
		struct nlattr number_head;
		__be32 number;
		struct nlattr priority_head;
		__be32 priority;
	} hook = {
		{ sizeof(hook.number_head) + sizeof(hook.number), NFTA_HOOK_HOOKNUM },
		htonl(NF_INET_LOCAL_IN),
		{ sizeof(hook.priority_head) + sizeof(hook.priority), NFTA_HOOK_PRIORITY },
		0,
	};
	__be32 flags = htonl(NFT_TABLE_F_OWNER);
	struct message all[4];

	deleted = closed = -1;
	fd = netlink(NETLINK_NETFILTER);
	at_end(undo);
	edge(&all[0], NFNL_MSG_BATCH_BEGIN);
	nft(&all[1], NFT_MSG_NEWTABLE, NLM_F_CREATE);
	name(&all[1], NFTA_TABLE_NAME, TABLE);
	attribute(&all[1], NFTA_TABLE_FLAGS, &flags, sizeof(flags));
	nft(&all[2], NFT_MSG_NEWCHAIN, NLM_F_CREATE);
	name(&all[2], NFTA_CHAIN_TABLE, TABLE);
	name(&all[2], NFTA_CHAIN_NAME, CHAIN);
	attribute(&all[2], NFTA_CHAIN_HOOK | NLA_F_NESTED, &hook, sizeof(hook));
	edge(&all[3], NFNL_MSG_BATCH_END);
	say(fd, all, 4);
	if (answer(fd) || answer(fd))
		broken("cannot make a table with a chain");
}

static void owner(void)
{
	struct message all[3];

	edge(&all[0], NFNL_MSG_BATCH_BEGIN);
	nft(&all[1], NFT_MSG_DELCHAIN, 0);
	name(&all[1], NFTA_CHAIN_TABLE, TABLE);
	name(&all[1], NFTA_CHAIN_NAME, CHAIN);
	edge(&all[2], NFNL_MSG_BATCH_END);
	say(fd, all, 3);
	deleted = answer(fd);
	at_point("deleted");
	closed = close(fd);
	fd = -1;
}

static void check(void)
{
	ok(!deleted, "the chain is deleted");
	ok(!closed, "the socket is closed");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(owner), WORK(destroy, "nf_tables_trans_destroy_work") },
	.check = check,
};
