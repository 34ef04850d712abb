/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The guest's door: the words of /proc/replay/control, which takes one command an ioctl(), so
 * that actors that have opened it each for themselves touch nothing in common. Plain C.
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
	COMMAND(order, "", "get the next prefix; fails where nobody explores, or all is done") \
	COMMAND(settle, "",                                                                    \
		"before each setup: what the kernel does by itself comes alike behind it")     \
	COMMAND(accesses, "PAGE", "the program says at PAGE, its own, what it touches")        \
	COMMAND(tasks, "", "each task that begins from here on is an actor: t2, t3 and so on") \
	COMMAND(gone, "STATUS", "the program has ended before it was through, as wait() says") \
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
