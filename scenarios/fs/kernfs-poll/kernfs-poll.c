// SPDX-License-Identifier: GPL-2.0
/*
 * A file of kernfs is polled that was released while it was hidden, and is shown again.
 *
 * 3c9ba2777d6c ("kernfs: Fix UAF in polling when open file is released"), CVE-2025-39881. To
 * hide the files *.pressure of a control group releases those that are open, and frees what they
 * wait for. When they are shown again, the file that was open has an active reference once more,
 * and poll() asks for what is freed.
 *
 *     poller                              hider
 *     ------                              -----
 *     poll(cpu.pressure)
 *                                         "0" to cgroup.pressure
 *                                           kernfs_drain_open_files()
 *                                           frees the trigger of the file
 *                                         "1" to cgroup.pressure
 *                                           the file is active again
 *     poll(cpu.pressure)
 *       kernfs_get_active(): yes
 *       psi_trigger_poll()
 *
 *     BUG: KASAN: use-after-free in psi_trigger_poll+0x48/0x100
 *
 * Limits: one file, that is polled twice.
 */
#include "attributes.h"
#include "scenario.h"

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define GROUP "/cg/group"

static int file;
static short before, behind;

static void put(int fd, const char *text)
{
	if (fd < 0 || write(fd, text, strlen(text)) != (long)strlen(text))
		broken("cannot write '%s' to a file of a control group", text);
}

static void undo(void)
{
	close(file);
	if (rmdir(GROUP))
		broken("cannot remove a control group");
}

static void setup(void)
{
	mount_type("cgroup2", "/cg", NULL);
	if (mkdir(GROUP, 0755))
		broken("cannot make a control group");
	file = open(GROUP "/cpu.pressure", O_RDWR);
	/* Half a second of two in which somebody waited for a CPU: that is not to be. */
	put(file, "some 500000 2000000");
	at_end(undo);
	/* The kernel thread that looks at the pressure comes and goes. */
	cannot_undo();
}

static short poll_file(void)
{
	struct pollfd wanted = { .fd = file, .events = POLLPRI };

	if (poll(&wanted, 1, 0) < 0)
		broken("cannot poll");
	return wanted.revents;
}

static void poller(void)
{
	before = poll_file();
	at_point("polled");
	behind = poll_file();
}

static void hider(void)
{
	int fd = open(GROUP "/cgroup.pressure", O_WRONLY);

	put(fd, "0");
	at_point("hidden");
	put(fd, "1");
	close(fd);
}

static void check(void)
{
	outcome("polled first", "%s", before & POLLERR ? "an error" : "nothing");
	outcome("polled then", "%s", behind & POLLERR ? "an error" : "nothing");
	ok(!(before & POLLERR) || (behind & POLLERR), "what was released stays so");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(poller), ACTOR(hider) },
	.check = check,
};
