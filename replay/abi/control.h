/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The commands of the guest's program to the kernel. It sends them to /proc/replay/control, one
 * per ioctl(), so that actors that each have opened it share no data there. Plain C.
 */
#ifndef REPLAY_ABI_CONTROL_H
#define REPLAY_ABI_CONTROL_H

/* COMMAND(word, argument, what it does) */
#define REPLAY_COMMANDS(COMMAND)                                                               \
	COMMAND(context, "CONTEXT NAME TARGET", "an actor that comes later (abi/contexts.h)")  \
	COMMAND(actor, "NAME", "the caller is an actor; returns when it is let")               \
	COMMAND(point, "NAME", "the actor passes a label of its own, ':NAME' in a schedule")   \
	COMMAND(finish, "", "its part is done; returns when the schedule is over")             \
	COMMAND(direct, "N", "wait for N actors, and see them through the schedule")           \
	COMMAND(prefix, "", "get the next prefix; fails if nobody explores, or all is done")   \
	COMMAND(settle, "",                                                                    \
		"before each setup: have idle workers ready, and wait for the next jiffy")     \
	COMMAND(accesses, "PAGE", "the program logs its accesses in its page at PAGE")         \
	COMMAND(tasks, "", "each task that begins from here on is an actor: t2, t3 and so on") \
	COMMAND(gone, "PROCESS STATUS", "the program ended early, with this status of wait()") \
	COMMAND(off, "", "the guest is over")

/* REPLAY_COMMAND_actor and so on; the last is how many there are. */
enum replay_command {
#define REPLAY_COMMAND(word, argument, text) REPLAY_COMMAND_##word,
	REPLAY_COMMANDS(REPLAY_COMMAND)
#undef REPLAY_COMMAND
		REPLAY_COMMANDS_NR
};

static inline const char *replay_command_word(enum replay_command command)
{
	static const char *const words[] = {
#define REPLAY_COMMAND(word, argument, text) [REPLAY_COMMAND_##word] = #word,
		REPLAY_COMMANDS(REPLAY_COMMAND)
#undef REPLAY_COMMAND
	};

	return words[command];
}

#endif /* REPLAY_ABI_CONTROL_H */
