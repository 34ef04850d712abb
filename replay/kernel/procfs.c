// SPDX-License-Identifier: GPL-2.0
/*
 * The files that the guest's program uses, in /proc/replay:
 *
 *   control     takes one command per ioctl (abi/control.h)
 *   results     sends the whole lines that are written to it to the host, unchanged
 *   passes      has one line per label of the kernel: its name, and how often actors passed it
 *   complained  is 1 if the kernel has reported an error since the actors came
 */
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/proc_fs.h>
#include <linux/reboot.h>
#include <linux/sched.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <replay_host.h>

#include "abi/control.h"
#include "actors.h"
#include "context.h"
#include "director.h"
#include "execution.h"
#include "points.h"
#include "program.h"
#include "reports.h"
#include "sink.h"
#include "turns.h"
#include "workers.h"

static enum replay_command command_of(const char *word)
{
	enum replay_command command;

	for (command = 0; command < REPLAY_COMMANDS_NR; command++)
		if (!strcmp(word, replay_command_word(command)))
			break;
	return command;
}

/* A signal has interrupted this command of the actor, which is restarted: wait on. */
static bool waits_on(struct replay_actor *actor)
{
	if (!actor || !actor->interrupted)
		return false;
	replay_keep(actor, REPLAY_HELD);
	return true;
}

static int interrupted(void)
{
	return replay_actor_of(current)->interrupted ? -ERESTARTNOINTR : 0;
}

static int do_command(enum replay_command command, char *argument)
{
	struct replay_actor *actor = replay_actor_of(current);
	unsigned long address;
	unsigned int count;
	int error, process, status;

	switch (command) {
	case REPLAY_COMMAND_actor:
		error = waits_on(actor) ? 0 : replay_task_comes(argument);
		return error ?: interrupted();
	case REPLAY_COMMAND_context:
		return replay_announce(argument);
	/* A task that is no actor passes none: it may share its code with one, or be its child. */
	case REPLAY_COMMAND_point:
		return actor ? replay_point_user(actor, argument) : 0;
	case REPLAY_COMMAND_finish:
		if (!actor)
			return -ESRCH;
		if (!waits_on(actor))
			replay_actor_finish(actor);
		return interrupted();
	case REPLAY_COMMAND_direct:
		error = kstrtouint(argument, 0, &count);
		if (error || actor)
			return error ?: -EINVAL;
		return replay_direct(count);
	case REPLAY_COMMAND_prefix:
		return replay_director->next();
	case REPLAY_COMMAND_settle:
		replay_workers_ready();
		/* A setup begins with a new jiffy, so a timer takes as long in each execution. */
		schedule_timeout_uninterruptible(1);
		return 0;
	case REPLAY_COMMAND_accesses:
		error = kstrtoul(argument, 0, &address);
		return error ?: replay_program(address);
	case REPLAY_COMMAND_tasks:
		replay_each_task();
		return 0;
	case REPLAY_COMMAND_gone:
		if (sscanf(argument, "%d %d", &process, &status) != 2)
			return -EINVAL;
		replay_program_gone(process, status);
		return 0;
	case REPLAY_COMMAND_off:
		kernel_power_off();
		return 0;
	case REPLAY_COMMANDS_NR:
		break;
	}
	return -EINVAL;
}

static long control_ioctl(struct file *file, unsigned int request, unsigned long text)
{
	char *line = strndup_user((const char __user *)text, REPLAY_COMMAND_MAX);
	char *argument, *word, nothing[] = "";
	long error;

	if (IS_ERR(line))
		return PTR_ERR(line);

	argument = line;
	word = strsep(&argument, " ");
	error = do_command(command_of(word), argument ?: nothing);
	kfree(line);
	return error;
}

static ssize_t results_write(struct file *file, const char __user *text, size_t len, loff_t *pos)
{
	char *copy;

	if (len > REPLAY_RESULTS_MAX)
		return -EMSGSIZE;
	copy = memdup_user_nul(text, len);
	if (IS_ERR(copy))
		return PTR_ERR(copy);

	if (strlen(copy) == len && len && copy[len - 1] == '\n')
		replay_result(copy, len);
	else
		len = -EINVAL;
	kfree(copy);
	return len;
}

/* Actors write at the same time, and a write lasts for as long as its actor is held. */
static int door_open(struct inode *inode, struct file *file)
{
	return stream_open(inode, file);
}

static const struct proc_ops control_ops = {
	.proc_open = door_open,
	.proc_ioctl = control_ioctl,
};

static const struct proc_ops results_ops = {
	.proc_open = door_open,
	.proc_write = results_write,
};

static int passes_show(struct seq_file *file, void *unused)
{
	replay_labels_show(file);
	return 0;
}

static int complained_show(struct seq_file *file, void *unused)
{
	seq_printf(file, "%d\n", replay_complained());
	return 0;
}

static int __init procfs_init(void)
{
	struct proc_dir_entry *dir = proc_mkdir("replay", NULL);

	replay_director = replay_sink_is_socket() ? &replay_explore : &replay_steps;
	replay_reports_init();
	replay_catch_limit();
	/* An actor may be any user. */
	proc_create("control", 0444, dir, &control_ops);
	proc_create("results", 0222, dir, &results_ops);
	proc_create_single("passes", 0444, dir, passes_show);
	proc_create_single("complained", 0444, dir, complained_show);
	return 0;
}
fs_initcall(procfs_init);
