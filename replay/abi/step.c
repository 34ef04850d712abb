// SPDX-License-Identifier: GPL-2.0
/* The parser of a step, for kernel and host. */
#ifdef __KERNEL__
#include <linux/kernel.h>
#include <linux/string.h>
#else
#include <stdio.h>
#include <string.h>
#endif

#include "step.h"

static const struct {
	const char *word, *target;
} verbs[REPLAY_VERBS_NR] = {
#define REPLAY_VERB(word, target, text) [REPLAY_VERB_##word] = { #word, target },
	REPLAY_VERBS(REPLAY_VERB)
#undef REPLAY_VERB
};

struct scan {
	const char *text, *next;
	const char *word; /* the last that was read */
	unsigned int length; /* of it; 0 behind the last */
	struct replay_wrong *wrong;
};

const char *replay_verb_word(enum replay_verb verb)
{
	return verbs[verb].word;
}

static unsigned int column(const struct scan *scan)
{
	return scan->word - scan->text + 1;
}

static void read_word(struct scan *scan)
{
	scan->word = scan->next + strspn(scan->next, " \t");
	scan->length = strcspn(scan->word, " \t");
	scan->next = scan->word + scan->length;
}

static int is_word(const struct scan *scan, const char *word)
{
	return scan->length == strlen(word) && !memcmp(scan->word, word, scan->length);
}

#define fail(scan, ...)                        \
	((scan)->wrong->column = column(scan), \
	 snprintf((scan)->wrong->text, sizeof((scan)->wrong->text), __VA_ARGS__), -1)

static int copy_name(struct scan *scan, char name[REPLAY_NAME_MAX])
{
	if (scan->length >= REPLAY_NAME_MAX)
		return fail(scan, "the name '%.16s...' is longer than %d bytes", scan->word,
			    REPLAY_NAME_MAX - 1);
	memcpy(name, scan->word, scan->length);
	name[scan->length] = '\0';
	return 0;
}

static int read_verb(struct scan *scan, struct replay_end *end)
{
	char names[128] = "";
	unsigned int len = 0;

	read_word(scan);
	for (end->verb = 0; end->verb < REPLAY_VERBS_NR; end->verb++) {
		if (is_word(scan, verbs[end->verb].word))
			return 0;
		len += snprintf(names + len, sizeof(names) - len, "%s%s%s", len ? ", " : "",
				verbs[end->verb].word, *verbs[end->verb].target ? " ..." : "");
	}
	if (!scan->length)
		return fail(scan, "a verb is missing here; the verbs are: %s", names);
	return fail(scan, "no verb is named '%.*s'; the verbs are: %s", (int)scan->length,
		    scan->word, names);
}

static int read_end(struct scan *scan, struct replay_end *end)
{
	const char *verb, *target;

	if (read_verb(scan, end))
		return -1;
	verb = verbs[end->verb].word;
	target = verbs[end->verb].target;
	end->target[0] = '\0';
	if (*target) {
		read_word(scan);
		if (end->verb == REPLAY_VERB_park) {
			if (!is_word(scan, "after"))
				return fail(scan, "'park' takes 'after' and the name of a label");
			read_word(scan);
		}
		end->column = column(scan);
		if (!scan->length || is_word(scan, "or"))
			return fail(scan, "'%s' takes %s: its name is missing here", verb, target);
		if (copy_name(scan, end->target))
			return -1;
	}
	read_word(scan);
	if (scan->length && !is_word(scan, "or"))
		return fail(scan, "'%s' takes %s: '%.*s' is too much; another end begins with 'or'",
			    verb, *target ? target : "no name", (int)scan->length, scan->word);
	return 0;
}

static int read_actor(struct scan *scan, struct replay_words *words)
{
	unsigned int i, length = scan->length;

	words->turn = 0;
	for (i = 0; i < length && scan->word[i] != '#';)
		i++;
	scan->length = i;
	if (copy_name(scan, words->actor))
		return -1;
	if (i == length)
		return 0;
	for (i++; i < length && scan->word[i] >= '0' && scan->word[i] <= '9'; i++)
		words->turn = 10 * words->turn + scan->word[i] - '0';
	if (i < length || !words->turn)
		return fail(scan, "'#' takes the number of a turn, from 1, as in '%.16s#2'",
			    words->actor);
	return 0;
}

int replay_step_parse(struct replay_words *words, const char *text, struct replay_wrong *wrong)
{
	struct scan scan = { .text = text, .next = text, .wrong = wrong };

	words->nr_ends = 0;
	read_word(&scan);
	if (!scan.length)
		return fail(&scan, "the actor is missing here");
	if (read_actor(&scan, words))
		return -1;
	do {
		if (words->nr_ends == REPLAY_ENDS_MAX)
			return fail(&scan, "a step has %d ends at most", REPLAY_ENDS_MAX);
		if (read_end(&scan, &words->ends[words->nr_ends]))
			return -1;
		words->nr_ends++;
	} while (scan.length);
	return 0;
}
