// SPDX-License-Identifier: GPL-2.0
/*
 * The guest's door: /proc/replay/control takes one command an ioctl,
 *
 *   actor NAME     the writer is an actor; returns when it is let
 *   point NAME     the actor passes a label of its own, ':NAME' in a schedule
 *   finish         its part is done; returns when the schedule is over
 *   direct N       wait for N actors, and see them through the schedule
 *   order          get the next order; fails where nobody explores, or there is no more
 *   accesses PAGE  the program says there, at an address of its own, what it touches
 *
 * (for which actors that have opened it each for themselves touch nothing in common),
 * what is written to /proc/replay/results leaves the guest as it is,
 * /proc/replay/passes has a line for each label of the kernel, with the number of
 * times that actors passed it, and /proc/replay/complained is 1 where the kernel has
 * reported something wrong since the actors came.
 */
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "internal.h"

static int command(const char *word, const char *argument)
{
	struct replay_actor *actor = replay_actor_of(current);
	unsigned long address;
	unsigned int count;
	int error;

	if (!strcmp(word, "actor"))
		return replay_actor_add(argument);

	if (!strcmp(word, "order"))
		return replay_order();

	if (!strcmp(word, "accesses")) {
		error = kstrtoul(argument, 0, &address);
		return error ?: replay_program(address);
	}

	if (!strcmp(word, "direct")) {
		error = kstrtouint(argument, 0, &count);
		if (error || actor)
			return error ?: -EINVAL;
		replay_direct(count);
		return 0;
	}

	if (!actor)
		return -ESRCH;

	if (!strcmp(word, "point"))
		return replay_point_user(actor, argument);

	if (!strcmp(word, "finish")) {
		replay_actor_finish(actor);
		return 0;
	}
	return -EINVAL;
}

static long control_ioctl(struct file *file, unsigned int request, unsigned long text)
{
	char *line = strndup_user((const char __user *)text, PAGE_SIZE);
	char *argument, *word;
	long error;

	if (IS_ERR(line))
		return PTR_ERR(line);

	argument = line;
	word = strsep(&argument, " ");
	error = command(word, argument ?: "");
	kfree(line);
	return error;
}

static ssize_t results_write(struct file *file, const char __user *text, size_t len, loff_t *pos)
{
	char *copy = memdup_user_nul(text, min_t(size_t, len, PAGE_SIZE));

	if (IS_ERR(copy))
		return PTR_ERR(copy);

	len = strlen(copy);
	replay_result(copy, len);
	kfree(copy);
	return len;
}

/* Actors write at the same time, and one write lasts as long as it keeps its actor. */
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

static int __init guest_init(void)
{
	struct proc_dir_entry *dir = proc_mkdir("replay", NULL);

	proc_create("control", 0400, dir, &control_ops);
	proc_create("results", 0200, dir, &results_ops);
	proc_create_single("passes", 0400, dir, passes_show);
	proc_create_single("complained", 0400, dir, complained_show);
	return 0;
}
fs_initcall(guest_init);
