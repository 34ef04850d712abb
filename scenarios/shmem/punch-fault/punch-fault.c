// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched while a fault swaps the page in.
 *
 * 215c02bc33bb ("tmpfs: fix shmem_getpage_gfp() VM_BUG_ON"), v3.7, and the
 * discussion of it in May 2020 on linux-mm. swapin has locked the page and
 * confirmed that its swap entry is in the tree. The punch takes the entry out of
 * the tree, and free_swap_and_cache() is to free the slot and the page in swap
 * cache; but it only trylocks the page, and fails. The fault must find that its
 * entry has gone, try again, and see the hole; the page in swap cache belongs to
 * nobody any more, and reclaim has to find it.
 *
 * H. Dickins predicts a SIGBUS for variant enoent. There is none in this order:
 * at 'failed:' swapin asks once more for its entry, and since that has gone, the
 * -ENOENT becomes -EEXIST and is tried again. slot-reuse is the order in which
 * the prediction comes true.
 *
 * The other schedules are the same order, by other ways into swapin: read(2) is SGP_READ, a hole
 * need not be filled, and the read must return zeroes; sendfile(2) is that by the pages
 * themselves, which go into a pipe; a store is SGP_CACHE, as the load, and what is stored must
 * be there.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

#include <errno.h>
#include <sys/sendfile.h>
#include <unistd.h>

/* By the page itself, which goes into a pipe. */
static struct access send_page(void)
{
	unsigned char page[PAGE] = {};
	struct access access = {};
	off_t offset = 0;
	int ends[2];

	if (pipe(ends))
		broken("cannot make a pipe");
	access.length = sendfile(ends[1], hole.fd, &offset, PAGE);
	if (access.length < 0)
		access.error = errno;
	else if (access.length && read(ends[0], page, PAGE) > 0)
		access.byte = page[0];
	close(ends[0]);
	close(ends[1]);
	return access;
}

static void swapin(void)
{
	if (is_case("read"))
		hole.access = read_page(hole.fd);
	else if (is_case("sendfile"))
		hole.access = send_page();
	else if (is_case("store"))
		hole.access = store(hole.map, 'y');
	else
		hole.access = load(hole.map);
}

static void check(void)
{
	ok(survived(&hole.access), "the access survives");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
