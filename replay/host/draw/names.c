// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "util.h"

/* The errors that a race is likely to have; from 1. */
static const char *const errors[] = {
	"EPERM",  "ENOENT",  "ESRCH",  "EINTR",	 "EIO",	   "ENXIO",   "E2BIG",	"ENOEXEC", "EBADF",
	"ECHILD", "EAGAIN",  "ENOMEM", "EACCES", "EFAULT", "ENOTBLK", "EBUSY",	"EEXIST",  "EXDEV",
	"ENODEV", "ENOTDIR", "EISDIR", "EINVAL", "ENFILE", "EMFILE",  "ENOTTY", "ETXTBSY", "EFBIG",
	"ENOSPC", "ESPIPE",  "EROFS",  "EMLINK", "EPIPE",  "EDOM",    "ERANGE",
};

/* The number of a value among those that there were, from 1. */
static unsigned int number_of(struct text **texts, unsigned int *nr, const struct fact *fact)
{
	unsigned int i;

	for (i = 0; i < *nr; i++)
		if ((int)(*texts)[i].length == fact->length &&
		    !memcmp((*texts)[i].bytes, fact->value, fact->length))
			return i + 1;
	*texts = more(*texts, (*nr + 1) * sizeof(**texts));
	(*texts)[*nr] = (struct text){};
	append_bytes(&(*texts)[*nr], fact->value, fact->length);
	return ++*nr;
}

/* Pages have letters, as long as there are any. */
static void name_page(struct names *names, struct text *text, const struct fact *fact)
{
	unsigned int number = number_of(&names->pages, &names->nr_pages, fact);

	if (number <= 26)
		append(text, "page %c", 'A' + number - 1);
	else
		append(text, "page %u", number);
}

static void name_value(struct text *text, const struct fact *fact)
{
	long value = strtol(fact->value, NULL, 10);

	if (value < 0 && value >= -(long)ARRAY_SIZE(errors))
		append(text, "-%s", errors[-value - 1]);
	else
		append(text, "value %.*s", fact->length, fact->value);
}

/* The fact in words; none where it explains nothing. */
static void name_fact(struct names *names, struct text *text, const struct fact *fact)
{
	switch (fact->key) {
	case REPLAY_FACT_page:
		name_page(names, text, fact);
		break;
	case REPLAY_FACT_entry:
		/* Which slot it is depends on where the search for one began. */
		append(text, "entry %u", number_of(&names->entries, &names->nr_entries, fact));
		break;
	case REPLAY_FACT_value:
		name_value(text, fact);
		break;
	default:
		break;
	}
}

/**
 * names_facts() - what is to be said of an event
 * @names: what has been named in this trace
 * @said: what has been said of the actor; a fact that is the same is not said again
 * @event: which
 *
 * Return: remarks with ';' between them, which are the caller's; "" where there are none.
 */
char *names_facts(struct names *names, struct said *said, const struct event *event)
{
	struct text remarks = {};
	const char *rest = event->rest;
	struct fact fact;

	clear(&remarks);
	while (trace_next_fact(&rest, &fact)) {
		struct text text = {};
		char **last = &said->of[fact.key];

		name_fact(names, &text, &fact);
		if (!text.length)
			continue;
		if (!*last || strcmp(*last, text.bytes)) {
			append_string(&remarks, remarks.length ? ";" : "");
			append_string(&remarks, text.bytes);
		}
		free(*last);
		*last = text.bytes;
	}
	return remarks.bytes;
}

/**
 * said_free() - forget what has been said of an actor
 * @said: which
 */
void said_free(struct said *said)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(said->of); i++)
		free(said->of[i]);
}

static void texts_free(struct text *texts, unsigned int nr)
{
	while (nr)
		free(texts[--nr].bytes);
	free(texts);
}

/**
 * names_free() - forget all names
 * @names: which
 */
void names_free(struct names *names)
{
	texts_free(names->pages, names->nr_pages);
	texts_free(names->entries, names->nr_entries);
}
