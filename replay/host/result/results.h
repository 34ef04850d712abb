/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The results that a guest wrote, and the verdict on them. PASS, FAIL and BROKEN are decided here
 * only.
 */
#ifndef RESULTS_H
#define RESULTS_H

#include <stdbool.h>

#include "abi/contexts.h"
#include "line.h"
#include "text.h"

enum verdict { VERDICT_PASS, VERDICT_FAIL, VERDICT_BROKEN };

/* How it ended; of several, the first counts. */
enum ending {
	ENDING_PERSONALITY, /* the kernel was not begun: personality(2) is not permitted */
	ENDING_HANG, /* the limit of processor time was met */
	ENDING_BAIL_OUT, /* the order was not reached */
	ENDING_FAIL,
	ENDING_PASS,
	ENDING_NONE, /* it did not come to its end, and said nothing */
};

/* What a line of the results is. */
enum result_line { RESULT_OTHER, RESULT_OUTCOME, RESULT_HANG, RESULT_BAIL_OUT, RESULT_PLAN };

/* Empty where all of it is zero. */
struct results {
	struct text outcome; /* what is compared: it knows no number of a check and no address */
	bool personality; /* as the host saw it */
	bool hang; /* it runs and never sleeps */
	bool bail_out;
	bool failed; /* a check of the guest's */
	bool died; /* a check of the kernel's own, after which the guest does not go on */
	bool complete; /* it came to its plan, which is its last line */
};

/* What the kernel ran beside the actors. */
struct result_context {
	enum replay_context kind;
	unsigned int runs;
	struct word actors; /* that queued it, with commas between; empty where none did */
	const char *name;
};

void results_clear(struct results *results);
enum result_line results_line(struct results *results, const char *line);
bool results_context(struct result_context *context, const char *line);
enum ending results_ending(const struct results *results);
enum verdict results_verdict(const struct results *results);
const char *verdict_word(enum verdict verdict);
const char *ending_word(enum ending ending);

#endif /* RESULTS_H */
