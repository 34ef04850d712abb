/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The limits that kernel, guest and host share. This is their only definition. Whatever exceeds a
 * limit is an error that names it. Only a sentence for a reader is truncated; it then ends with
 * '...'. Plain C that includes nothing.
 */
#ifndef REPLAY_ABI_LIMITS_H
#define REPLAY_ABI_LIMITS_H

/* Of one execution. */
#define REPLAY_ACTORS_MAX 16
#define REPLAY_TRANSITIONS_MAX 1024 /* each begins with a choice */

#define REPLAY_NAME_MAX 64 /* of an actor, a label or a function, with its end */
#define REPLAY_STEP_MAX (3 * REPLAY_NAME_MAX) /* of a schedule, with its end */
#define REPLAY_SCHEDULE_MAX 8192 /* that is given at boot, with its end */
#define REPLAY_POINTS_MAX 256 /* that are chosen for an exploration */
#define REPLAY_POINTS_TEXT_MAX (REPLAY_POINTS_MAX * REPLAY_NAME_MAX) /* all of them */
#define REPLAY_COMMAND_MAX 160 /* to /proc/replay/control, with its end */

/*
 * A prefix: a character for each choice, and a new line; or words for a policy. The character is
 * this one for the first actor, the next one for the second, and so on.
 */
#define REPLAY_PREFIX_MAX (REPLAY_TRANSITIONS_MAX + 1)
#define REPLAY_PREFIX_ACTOR '0'

#define REPLAY_LINE_MAX 1024 /* of a trace, or of the results, with its new line */
#define REPLAY_RESULTS_MAX 4096 /* that the program in the guest writes at once */
#define REPLAY_MESSAGE_MAX (60 * 1024) /* of events, from kernel to host */

#define REPLAY_ACCESSES_MAX 170 /* of the program in one transition; see access_log.h */

_Static_assert(REPLAY_ACTORS_MAX <= '~' - REPLAY_PREFIX_ACTOR, "a choice is a character");
_Static_assert(REPLAY_ACTORS_MAX <= 8 * sizeof(unsigned long), "a set of actors is a mask");
_Static_assert(REPLAY_TRANSITIONS_MAX < 1 << 16, "the kernel numbers transitions with 16 bits");
_Static_assert(REPLAY_STEP_MAX <= REPLAY_LINE_MAX / 2, "a line has a step, and why it failed");
_Static_assert(2 * REPLAY_LINE_MAX <= REPLAY_MESSAGE_MAX, "a message has whole lines");

#endif /* REPLAY_ABI_LIMITS_H */
