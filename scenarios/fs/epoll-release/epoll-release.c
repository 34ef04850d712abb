// SPDX-License-Identifier: GPL-2.0
/*
 * An epoll instance is freed while somebody still unlocks its mutex.
 *
 * 8c2e52ebbe88 ("eventpoll: don't decrement ep refcount while still holding the ep mutex"),
 * CVE-2025-38349. The reference was dropped with the mutex held, and "as one user is still
 * accessing the mutex as part of unlocking it, another user can come in and get the now released
 * mutex and free the data structure while the first user is still cleaning up".
 *
 *     one                       other                     closer
 *     ---                       -----                     ------
 *     eventpoll_release_file()
 *       mutex_lock(&ep->mtx)
 *                               eventpoll_release_file()
 *                                 waits for ep->mtx
 *       drops its reference
 *       mutex_unlock(&ep->mtx):
 *       nobody owns it
 *                                                         ep_clear_and_put():
 *                                                         its reference
 *                                 the last reference:
 *                                 ep_free()
 *       takes lock->wait_lock
 *
 *     BUG: KASAN: use-after-free in __lock_acquire.constprop.0+0x66c/0xcd0
 *       _raw_spin_lock+0xa9/0xd0
 *       __mutex_unlock_slowpath+0x1b3/0x3c0
 *       mutex_unlock+0x19/0x20
 *       eventpoll_release_file+0x10b/0x170
 *
 * Limits: mutex_unlock() looks at the mutex again only if somebody waits for it, and whoever waits
 * has a reference; so it takes a third one who gets the mutex without waiting.
 */
#include "scenario.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

static int instance, files[2];

static void setup(void)
{
	struct epoll_event event = { .events = EPOLLIN };

	instance = epoll_create1(0);
	for (int i = 0; i < 2; i++) {
		files[i] = eventfd(0, 0);
		if (instance < 0 || files[i] < 0 ||
		    epoll_ctl(instance, EPOLL_CTL_ADD, files[i], &event))
			broken("cannot make what epoll waits for");
	}
	/* Which of them are open is for the actors to decide. */
	cannot_undo();
}

static void one(void)
{
	close(files[0]);
}

static void other(void)
{
	close(files[1]);
	/* A grace period, behind which the instance is freed. */
	usleep(100000);
}

static void closer(void)
{
	close(instance);
}

static void check(void)
{
	ok(close(instance) < 0, "the instance is closed");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(one), ACTOR(other), ACTOR(closer) },
	.check = check,
};
