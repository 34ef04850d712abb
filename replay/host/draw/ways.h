/* SPDX-License-Identifier: GPL-2.0 */
/* Follow each actor's call stack while reading a trace, and add the rows for the calls on it. */
#ifndef WAYS_H
#define WAYS_H

#include <stdbool.h>

#include "names.h"
#include "rows.h"

#define CALLED 4 /* so many of the calls that a function has made are looked at */

/* A function that an actor is in. */
struct frame {
	const char *name;
	unsigned int line; /* where it was called */
	int level; /* of its row; below zero where it has none yet */
	bool is_place; /* where gdb stopped the actor: it has no return of its own */
	unsigned int calls; /* that it has made since the last row */
	struct {
		const char *name;
		unsigned int line;
	} called[CALLED]; /* the last of these, by their number modulo CALLED */
};

struct actor {
	const char *name;
	struct frame *frames; /* outermost first */
	int depth, size;
	bool at_point; /* nothing but steps has come since its last point */
	unsigned int last_row;
	struct text last_way; /* to its last point */
	int last_level;
	struct said said;
};

struct drawing {
	struct rows *rows;
	const struct event *event;
	struct actor *actors;
	unsigned int nr_actors;
	struct names names;
	int path;
	bool full;
};

void add_row(struct drawing *drawing, struct actor *actor, unsigned int line, int level,
	     enum row_kind kind, char *text, char *remarks);
void add_fold(struct drawing *drawing, struct actor *actor, unsigned int line, int level,
	      const char *remark);
void add_state(struct drawing *drawing, struct actor *actor, int level, const char *name,
	       char *remarks);
char *joined(const char *before, const char *name, const char *behind);

void push(struct drawing *drawing, struct actor *actor, const char *name, bool is_place);
void pop(struct actor *actor, const char *name);
void show(struct drawing *drawing, struct actor *actor, int frame, int level);
void settle(struct actor *actor);
int level_of(const struct actor *actor);
int lead(struct drawing *drawing, struct actor *actor);

#endif /* WAYS_H */
