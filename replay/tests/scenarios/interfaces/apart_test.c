// SPDX-License-Identifier: GPL-2.0
/* A process in namespaces, and in a control group, of its own. */
#include "attributes.h"
#include "cgroups.h"
#include "interfaces.h"
#include "namespaces.h"
#include "scenario.h"

#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

static char (*nets)[64]; /* of the process, and of the others */
static pid_t *entered;

static void read_net(char *net)
{
	if (readlink("/proc/self/ns/net", net, sizeof(*nets) - 1) < 0)
		broken("cannot see a namespace of networks");
}

static void setup_net(void)
{
	nets = shared_memory(2 * sizeof(*nets));
	entered = shared_memory(sizeof(*entered));
}

static void enter_net(void)
{
	*entered = getpid();
	own_namespaces(CLONE_NEWNET | CLONE_NEWNS);
	mount_type("tmpfs", "/proc", NULL);
	if (!access("/proc/self", F_OK))
		broken("/proc is to be another one");
	if (umount2("/proc", 0))
		broken("cannot unmount /proc");
	read_net(nets[0]);
}

static void look_at_net(void)
{
	read_net(nets[1]);
}

static void check_net(void)
{
	ok(*nets[0] && *nets[1] && strcmp(nets[0], nets[1]), "it has a network of its own");
	ok(!access("/proc/self", F_OK), "its mounts are its own");
	ok(pid_of("apart") == *entered, "its pid is known");
}

static void enter_pids(void)
{
	own_namespaces(CLONE_NEWPID);
}

static void setup_group(void)
{
	new_cgroup("outer", "");
	new_cgroup("outer/inner", "+memory");
}

static void enter_group(void)
{
	enter_cgroup("outer/inner");
	at_point("inside");
}

static void kill_group(void)
{
	put_text(CGROUPS "/outer/cgroup.kill", "1");
}

static void check_group(void)
{
	int status = status_of("apart");

	ok(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "its group was killed");
	ok(!access(CGROUPS "/outer/inner/memory.current", F_OK), "its group has a controller");
}

static void no_such_controller(void)
{
	new_cgroup("outer", "+nothing");
}

const struct interface apart_net = {
	.name = "namespaces",
	.setup = setup_net,
	.apart = enter_net,
	.one = look_at_net,
	.check = check_net,
};

const struct interface no_pids = { .name = "no_pids", .apart = enter_pids };

const struct interface killed = {
	.name = "cgroups",
	.setup = setup_group,
	.apart = enter_group,
	.one = kill_group,
	.check = check_group,
};

const struct interface no_controller = { .name = "no_controller", .setup = no_such_controller };
