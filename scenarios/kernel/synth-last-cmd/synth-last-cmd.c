// SPDX-License-Identifier: GPL-2.0
/*
 * Two tasks write a command to synthetic_events: the last one is freed twice.
 *
 * 4ccf11c4e8a8 ("tracing/synthetic: Fix races on freeing last_cmd"), CVE-2023-53478.
 * The text of the last command, kept for the error log, is freed and replaced by each
 * write to tracefs, and no lock was held: who comes between the kfree() and the
 * assignment of another frees it again.
 *
 *     one                                 other
 *     ---                                 -----
 *     last_cmd_set()
 *       kfree(last_cmd)
 *                                         last_cmd_set()
 *                                           kfree(last_cmd): a second time
 *       last_cmd = kstrdup(...)
 *
 *     BUG: KASAN: double-free in kfree+0x7a/0xe0
 *       last_cmd_set+0x86/0x100
 *
 * Limits: none of the commands is wrong, so that the error log does not read the text.
 */
#include "scenario.h"
#include "tracefs.h"

static int one_error, other_error;

static int command(const char *text)
{
	return tell_tracefs("synthetic_events", text);
}

static void undo(void)
{
	/* What is not there is not taken away. */
	command("!one u64 a\n");
	command("!other u64 a\n");
	command("!before u64 a\n");
}

static void setup(void)
{
	one_error = 0;
	other_error = 0;
	mount_tracefs();
	at_end(undo);
	/* From now on there is a last command. */
	if (command("before u64 a\n"))
		broken("cannot make a synthetic event");
}

static void one(void)
{
	one_error = command("one u64 a\n");
}

static void other(void)
{
	other_error = command("other u64 a\n");
}

static void check(void)
{
	ok(!one_error, "the one event is made");
	ok(!other_error, "the other event is made");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(one), ACTOR(other) },
	.check = check,
};
