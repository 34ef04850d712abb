// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"
#include "names.h"
#include "util.h"

static bool is(const struct text *text, const char *bytes, int length)
{
	return (int)text->length == length && !memcmp(text->bytes, bytes, length);
}

static struct values *values_of(struct names *names, const struct fact *fact)
{
	struct values *values;

	for (unsigned int i = 0; i < names->nr; i++)
		if (is(&names->of[i].name, fact->name, fact->name_length))
			return &names->of[i];
	names->of = more(names->of, (names->nr + 1) * sizeof(*names->of));
	values = &names->of[names->nr++];
	*values = (struct values){};
	append_bytes(&values->name, fact->name, fact->name_length);
	return values;
}

/* The number of a value among those that there were of this name, from 1. */
static unsigned int number_of(struct names *names, const struct fact *fact)
{
	struct values *values = values_of(names, fact);

	for (unsigned int i = 0; i < values->nr; i++)
		if (is(&values->of[i], fact->value, fact->length))
			return i + 1;
	values->of = more(values->of, (values->nr + 1) * sizeof(*values->of));
	values->of[values->nr] = (struct text){};
	append_bytes(&values->of[values->nr], fact->value, fact->length);
	return ++values->nr;
}

/* Objects have letters, as long as there are any. */
static void name_object(struct names *names, struct text *text, const struct fact *fact)
{
	unsigned int number = number_of(names, fact);

	append(text, "%.*s ", fact->name_length, fact->name);
	if (number <= 26)
		append(text, "%c", 'A' + number - 1);
	else
		append(text, "%u", number);
}

static void name_error(struct text *text, const struct fact *fact)
{
	unsigned long error = strtoul(fact->value + 1, NULL, 10);
	const char *name = strerrorname_np(error);

	if (error && name)
		append(text, "-%s", name);
	else
		append(text, "%.*s -%lu", fact->name_length, fact->name, error);
}

/* The fact in words; none where it is not drawn. */
static void name_fact(struct names *names, struct text *text, const struct fact *fact)
{
	switch (fact->kind) {
	case REPLAY_KIND_OBJECT:
		name_object(names, text, fact);
		break;
	case REPLAY_KIND_HANDLE:
		/* As a swap entry: which slot it is depends on where the search for one began. */
		append(text, "%.*s %u", fact->name_length, fact->name, number_of(names, fact));
		break;
	case REPLAY_KIND_ERROR:
		name_error(text, fact);
		break;
	case REPLAY_KIND_VALUE:
		append(text, "%.*s %ld", fact->name_length, fact->name,
		       strtol(fact->value, NULL, 10));
		break;
	default:
		break;
	}
}

/* The actor has this remark now; false where it had it already. */
static bool say(struct said *said, const struct fact *fact, struct text *remark)
{
	unsigned int i;

	for (i = 0; i < said->nr; i++)
		if (is(&said->of[i].name, fact->name, fact->name_length))
			break;
	if (i == said->nr) {
		said->of = more(said->of, (said->nr + 1) * sizeof(*said->of));
		memset(&said->of[i], 0, sizeof(said->of[i]));
		append_bytes(&said->of[i].name, fact->name, fact->name_length);
		said->nr++;
	} else if (is(&said->of[i].remark, remark->bytes, remark->length)) {
		free(remark->bytes);
		return false;
	}
	free(said->of[i].remark.bytes);
	said->of[i].remark = *remark;
	return true;
}

/**
 * names_facts() - the facts of an event that the diagram shows
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
	while (fact_next(&rest, &fact)) {
		struct text remark = {};

		name_fact(names, &remark, &fact);
		if (!remark.length || !say(said, &fact, &remark))
			continue;
		append_string(&remarks, remarks.length ? ";" : "");
		append_string(&remarks, remark.bytes);
	}
	return remarks.bytes;
}

/**
 * said_free() - free the facts that were shown of an actor
 * @said: which
 */
void said_free(struct said *said)
{
	for (unsigned int i = 0; i < said->nr; i++) {
		free(said->of[i].name.bytes);
		free(said->of[i].remark.bytes);
	}
	free(said->of);
}

/**
 * names_free() - free all names
 * @names: which
 */
void names_free(struct names *names)
{
	for (unsigned int i = 0; i < names->nr; i++) {
		struct values *values = &names->of[i];

		while (values->nr)
			free(values->of[--values->nr].bytes);
		free(values->of);
		free(values->name.bytes);
	}
	free(names->of);
}
