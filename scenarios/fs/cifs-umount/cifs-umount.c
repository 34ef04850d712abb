// SPDX-License-Identifier: GPL-2.0
/*
 * cifs is unmounted while a work item has a file of it.
 *
 * 75f5c412fa86 ("smb: client: fix busy dentry warning on unmount after DIO"), CVE-2026-72315. A write
 * goes to the server without the cache, and the work frees the request for it, which has the file:
 *
 *     leaver                             netfs_free_request() (work)
 *     ------                             ---------------------------
 *     write()
 *       netfs_put_request()
 *         queue_work()
 *     close()
 *     umount()
 *       cifs_kill_sb()
 *         shrink_dcache_for_umount():
 *         the dentry is in use
 *                                        cifs_free_request()
 *                                          dput()
 *
 *     BUG: Dentry (____ptrval____){i=20,n=file} still in use (1) [unmount of cifs cifs]
 *     WARNING: fs/super.c:639 at generic_shutdown_super+0x305/0x540
 *
 * The schedule 'deferred' is c68337442f03 ("cifs: Fix busy dentry used after unmounting"): a file that
 * is closed goes on being open at the server for a second, in case it is opened again. The work that
 * then closes it there has taken it off the list, so that nobody finds it, and has its dentry:
 *
 *     leaver                             smb2_deferred_work_close() (work)
 *     ------                             ---------------------------------
 *     close()
 *       queue_delayed_work()
 *                                        _cifsFileInfo_put()
 *                                          list_del(&cifs_file->flist)
 *     umount()
 *       cifs_kill_sb()
 *         shrink_dcache_for_umount():
 *         the dentry is in use
 *                                          cifsFileInfo_put_final()
 *                                            dput()
 *
 *     BUG: Dentry (____ptrval____){i=20,n=file} still in use (1) [unmount of cifs cifs]
 *     BUG: KASAN: slab-use-after-free in list_lru_add_obj+0x1b6/0x210
 *
 * In both the work goes on with a file system that is gone, and the kernel dies of it.
 *
 * This is here for another race of a work item of netfs, dc7832d05deb ("netfs: fix VM_BUG_ON_FOLIO()
 * issue in netfs_write_begin() call"): the only file system that comes there is ceph, and a guest has
 * no servers of ceph.
 */
#define _GNU_SOURCE
#include "ksmbd.h"
#include "scenario.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define PAGE 4096

static int file, unmounted;
static long written;
static char *page;

static void setup(void)
{
	file = unmounted = written = -1;
	page = aligned_alloc(PAGE, PAGE);
	if (!page)
		broken("no memory for a page");
	memset(page, 'x', PAGE);
	ksmbd_start();
	cifs_mount("/mnt", is_case("deferred") ? NULL : "vers=3.1.1,closetimeo=0");
	file = open("/mnt/file", O_CREAT | O_RDWR | O_DIRECT, 0666);
	if (file < 0)
		broken("cannot make a file");
	cannot_undo();
}

static void leaver(void)
{
	if (!is_case("deferred"))
		written = write(file, page, PAGE);
	close(file);
	at_point("closed");
	unmounted = umount("/mnt");
}

static void check(void)
{
	ok(written == PAGE || is_case("deferred"), "the write is done");
	ok(!unmounted, "the file system is unmounted");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(leaver), WORK(request, "netfs_free_request"),
		    WORK(deferred, "smb2_deferred_work_close") },
	.check = check,
};
