/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The results of a guest: KTAP 1, a line each. This is their only definition, for the guest and the
 * kernel, which write them, and the host, which reads them. Plain C that includes nothing.
 *
 *	ok NUMBER NAME			a check of the scenario
 *	not ok NUMBER NAME
 *	not ok - NAME			a check of the kernel's own, which has no number; the guest
 *					ends there
 *	# outcome NAME: VALUE		what was observed
 *	# panic: TEXT			what the kernel says as it dies
 *	# hang: ADDRESS WHO, in WHERE	the guest runs and never sleeps; the address in hexadecimal
 *	# context KIND RUNS ACTORS NAME	what ran beside the actors, which 'points --contexts' lists: its kind
 *					(contexts.h), how often, and the actors that queued it, with
 *					commas between, or '-'
 *	# contexts: TEXT		why that list lacks something
 *	Bail out! WHY			the order was not reached
 *	1..NUMBER			the guest has come to its end, with so many checks
 *
 * Any other line is a comment.
 */
#ifndef REPLAY_ABI_RESULTS_H
#define REPLAY_ABI_RESULTS_H

#define REPLAY_RESULTS_BEGIN "KTAP version 1"

/* How a line begins. */
#define REPLAY_RESULT_OK "ok "
#define REPLAY_RESULT_NOT_OK "not ok "
#define REPLAY_RESULT_OUTCOME "# outcome "
#define REPLAY_RESULT_PANIC "# panic: "
#define REPLAY_RESULT_HANG "# hang: "
#define REPLAY_RESULT_CONTEXT "# context "
#define REPLAY_RESULT_CONTEXTS "# contexts: "
#define REPLAY_RESULT_BAIL_OUT "Bail out! "
#define REPLAY_RESULT_PLAN "1.."

#define REPLAY_RESULT_NOT_OK_KERNEL REPLAY_RESULT_NOT_OK "- "

/* The names of those that lose what the guest had not sent. */
#define REPLAY_CHECK_KERNEL "the kernel survives"
#define REPLAY_CHECK_PROGRAM "the program survives"

/* Behind REPLAY_RESULT_CONTEXT, for printf(): KIND RUNS ACTORS NAME. A name may have blanks. */
#define REPLAY_RESULT_CONTEXT_FORMAT "%s %u %s %s"
#define REPLAY_RESULT_NO_ACTORS "-"

#endif /* REPLAY_ABI_RESULTS_H */
