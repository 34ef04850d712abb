/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The events of a trace. This is their only definition, for the kernel, which writes them, the
 * host, which reads them, and the documentation (`view events` of replay/host prints it).
 *
 * A trace has one line per event:
 *
 *	NUMBER TIME ACTOR EVENT [ARGUMENTS]
 *
 * NUMBER counts from 1; TIME is virtual, in nanoseconds; ACTOR is '-' if no actor did it.
 * What follows the word depends on the event:
 *
 *	NONE	nothing
 *	NAME	one word, a place or a function, and then facts
 *	STEP	a number, and then the text of the step
 *	TEXT	the rest of the line
 *
 * A fact is NAME=VALUE, see facts.h. The word "atomic" alone says that the actor must not sleep
 * there.
 */
#ifndef REPLAY_ABI_EVENTS_H
#define REPLAY_ABI_EVENTS_H

#include "limits.h"

/* EVENT(word, arguments, what it says) */
#define REPLAY_EVENTS(EVENT)                                                                     \
	EVENT(step, STEP, "the director gives the next step; its text is 'end' behind the last") \
	EVENT(call, NAME, "the actor calls a function that is recorded")                         \
	EVENT(return, NAME, "such a call is over")                                               \
	EVENT(access, NAME, "the actor is about to access memory: where, how, and which")        \
	EVENT(enter, NAME,                                                                       \
	      "the actor enters the function, or comes to the place, where its step ends")       \
	EVENT(leave, NAME, "the call of a function is over, and the actor's step ends there")    \
	EVENT(reach, NAME, "the actor comes to a label at which its step ends")                  \
	EVENT(pass, NAME, "the actor passes a label")                                            \
	EVENT(held, NAME, "the actor is held at the place, since another runs")                  \
	EVENT(sleep, NAME, "the actor goes to sleep; in which function")                         \
	EVENT(wake, NONE, "the actor, which is not let, is woken; it runs when it is let")       \
	EVENT(block, NAME,                                                                       \
	      "the actor sleeps, and nothing but another actor can wake it; in which function")  \
	EVENT(stuck, NAME, "the actor sleeps for ever; in which function")                       \
	EVENT(context, NAME,                                                                     \
	      "what the actor is, where it is the kernel's, and of what (abi/contexts.h)")       \
	EVENT(due, NONE,                                                                         \
	      "what an actor of the kernel is to do has come; it is kept until it is let")       \
	EVENT(undone, TEXT, "what was due is taken back before it has begun; by whom")           \
	EVENT(named, TEXT, "the actor is a task of any program, and has this name from here on") \
	EVENT(exit, TEXT, "the actor's task exits, by itself or killed; its part is done")       \
	EVENT(finish, NONE, "the actor's part is done")                                          \
	EVENT(unrecorded, TEXT, "more calls than are recorded follow in this step")              \
	EVENT(broken, TEXT, "the order was not reached; why")                                    \
	EVENT(report, TEXT,                                                                      \
	      "the kernel reports what is wrong: WARN, BUG, KASAN, lockdep; its line")           \
	EVENT(panic, TEXT, "the kernel dies; what it says")

/*
 * When the host explores, the kernel sends these events between those of the trace, in the same
 * form. They are not part of the trace, and NUMBER is that of the event before. ENABLED is the mask of the enabled actors, in
 * hexadecimal; LET is the actor that goes on. Both use the numbers of the actors. PLACE is where
 * the actor is.
 */
#define REPLAY_SEARCH_EVENTS(EVENT)                                                              \
	EVENT(boot, TEXT,                                                                        \
	      "the guest has come up, and asks for its first prefix; ADDRESS of its message")    \
	EVENT(prefix, TEXT, "LENGTH of the prefix that the guest got")                           \
	EVENT(actor, TEXT, "INDEX of the actor")                                                 \
	EVENT(depend, TEXT, "the numbers of the transitions that this one depends on; '*': all") \
	EVENT(choice, TEXT, "KIND ENABLED LET PLACE: a scheduling point")                        \
	EVENT(infeasible, NONE, "the actor was let to wait for a device, and nothing woke it")   \
	EVENT(diverged, NONE,                                                                    \
	      "the prefix lets an actor that is not enabled, and was where it was found")        \
	EVENT(result, TEXT, "a line of the guest's results")                                     \
	EVENT(hang, NONE, "the host has ended the guest: it runs and never sleeps")

/* The arguments of these, for printf() and scanf(); KIND and PLACE of a choice are words. */
#define REPLAY_BOOT_FORMAT "%lx"
#define REPLAY_PREFIX_FORMAT "%u"
#define REPLAY_ACTOR_FORMAT "%u"
#define REPLAY_CHOICE_NUMBERS "%lx %u"
#define REPLAY_CHOICE_FORMAT "%s " REPLAY_CHOICE_NUMBERS " %s"

/* CHOICE(KIND, where it is made) */
#define REPLAY_CHOICES(CHOICE)                                                    \
	CHOICE(begin, "the execution begins")                                     \
	CHOICE(point, "the actor is at a scheduling point, and could go on")      \
	CHOICE(sleep, "the actor goes to sleep, or sleeps while a turn has come") \
	CHOICE(finish, "the actor has finished")                                  \
	CHOICE(wake, "the actor is woken while the one that was let sleeps; it goes on")

/* What the host may send in place of a prefix: how a policy is to choose, and SEED DEPTH. */
#define REPLAY_POLICY_RANDOM "r"
#define REPLAY_POLICY_PCT "p"

/* REPLAY_EVENT_step and so on; the last is how many there are. */
enum replay_event {
#define REPLAY_EVENT(word, arguments, text) REPLAY_EVENT_##word,
	REPLAY_EVENTS(REPLAY_EVENT)
#undef REPLAY_EVENT
		REPLAY_EVENTS_NR
};

/* REPLAY_SEARCH_boot and so on. */
enum replay_search_event {
#define REPLAY_EVENT(word, arguments, text) REPLAY_SEARCH_##word,
	REPLAY_SEARCH_EVENTS(REPLAY_EVENT)
#undef REPLAY_EVENT
		REPLAY_SEARCH_EVENTS_NR
};

/* REPLAY_CHOICE_begin and so on. */
enum replay_choice_kind {
#define REPLAY_CHOICE(word, text) REPLAY_CHOICE_##word,
	REPLAY_CHOICES(REPLAY_CHOICE)
#undef REPLAY_CHOICE
		REPLAY_CHOICES_NR
};

static inline const char *replay_choice_word(enum replay_choice_kind kind)
{
	static const char *const words[] = {
#define REPLAY_CHOICE(word, text) [REPLAY_CHOICE_##word] = #word,
		REPLAY_CHOICES(REPLAY_CHOICE)
#undef REPLAY_CHOICE
	};

	return words[kind];
}

enum replay_event_arguments {
	REPLAY_ARGUMENTS_NONE,
	REPLAY_ARGUMENTS_NAME,
	REPLAY_ARGUMENTS_STEP,
	REPLAY_ARGUMENTS_TEXT,
};

/* The events that the kernel has not sent yet. The host reads them of a guest that hangs. */
struct replay_message {
	unsigned long length;
	char bytes[REPLAY_MESSAGE_MAX];
};

#endif /* REPLAY_ABI_EVENTS_H */
