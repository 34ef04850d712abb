// SPDX-License-Identifier: GPL-2.0
/*
 * The last thread of nfsd goes while its pool_stats are closed.
 *
 * 88956eabfdea ("NFSD: fix possible oops when nfsd/pool_stats is closed."). Who has
 * /proc/fs/nfsd/pool_stats open has a reference to the server, and gave it back to the server
 * that there is; but the last thread leaves none.
 *
 *	stopper				closer
 *	-------				------
 *	nfsd_svc(0)
 *	  nfsd_last_thread()
 *					nfsd_pool_stats_release()
 *					  waits for nfsd_mutex
 *	    nn->nfsd_serv = NULL
 *					  gives back nn->nfsd_serv
 */
#include "device.h"
#include "nfsd.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static int stats;
static int closed;

static void setup(void)
{
	cannot_undo();
	closed = -1;
	nfsd_start(1);
	stats = open("/proc/fs/nfsd/pool_stats", O_RDONLY);
	if (stats < 0)
		broken("cannot open /proc/fs/nfsd/pool_stats");
}

static void stopper(void)
{
	nfsd_threads(0);
}

static void closer(void)
{
	closed = close(stats);
}

static void check(void)
{
	char text[16];

	read_file("/proc/fs/nfsd/threads", text, sizeof(text));
	outcome("threads", "%s", text);
	ok(!closed, "the file is closed");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(stopper), ACTOR(closer) },
	.check = check,
};
