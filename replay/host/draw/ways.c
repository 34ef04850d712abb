// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "util.h"
#include "ways.h"

/**
 * add_row() - add a row, of the event or of another line of the trace
 * @drawing: to which
 * @actor: whose it is
 * @line: of the trace
 * @level: of indentation
 * @kind: of the row
 * @text: of the row, whose it is from now on
 * @remarks: likewise
 */
void add_row(struct drawing *drawing, struct actor *actor, unsigned int line, int level,
	     enum row_kind kind, char *text, char *remarks)
{
	struct row row = { .line = line, .nr = drawing->rows->nr, .kind = kind, .level = level };

	row.actor = actor ? actor->name : "-";
	row.text = text;
	row.remarks = remarks;
	if (actor)
		actor->last_row = drawing->rows->nr;
	rows_add(drawing->rows, &row);
}

/**
 * joined() - join three strings
 * @before: the first
 * @name: the second
 * @behind: the third
 *
 * Return: it, which is the caller's.
 */
char *joined(const char *before, const char *name, const char *behind)
{
	struct text text = {};

	append_string(&text, before);
	append_string(&text, name);
	append_string(&text, behind);
	return text.bytes;
}

static void add_call(struct drawing *drawing, struct actor *actor, unsigned int line, int level,
		     const char *name)
{
	add_row(drawing, actor, line, level, ROW_CALL, joined(name, "()", ""), copy_of(""));
}

/**
 * add_fold() - add a row that stands for calls which are left out
 * @drawing: to which
 * @actor: that made them
 * @line: of the first
 * @level: of indentation
 * @remark: what is to be said of them, or ""
 */
void add_fold(struct drawing *drawing, struct actor *actor, unsigned int line, int level,
	      const char *remark)
{
	add_row(drawing, actor, line, level, ROW_FOLD, copy_of("..."), copy_of(remark));
}

/**
 * add_state() - add a row for the state to which the event brings an actor
 * @drawing: to which
 * @actor: which
 * @level: of indentation
 * @name: of the state
 * @remarks: what is to be said of it; the row's from now on
 */
void add_state(struct drawing *drawing, struct actor *actor, int level, const char *name,
	       char *remarks)
{
	add_row(drawing, actor, drawing->event->line, level, ROW_STATE, joined("[", name, "]"),
		remarks);
}

static struct frame *innermost(struct actor *actor)
{
	return actor->depth ? &actor->frames[actor->depth - 1] : NULL;
}

/**
 * push() - an actor enters a function
 * @drawing: of the event
 * @actor: which
 * @name: of the function
 * @is_place: it has no return of its own
 */
void push(struct drawing *drawing, struct actor *actor, const char *name, bool is_place)
{
	unsigned int line = drawing->event->line;
	struct frame *caller = innermost(actor);
	struct frame frame = { .name = name, .line = line, .level = -1, .is_place = is_place };

	if (caller) {
		caller->called[caller->calls % CALLED].name = name;
		caller->called[caller->calls % CALLED].line = line;
		caller->calls++;
	}
	if (drawing->full) {
		frame.level = actor->depth;
		add_call(drawing, actor, line, frame.level, name);
	}
	if (actor->depth == actor->size) {
		actor->size = actor->size ? 2 * actor->size : 16;
		actor->frames = more(actor->frames, actor->size * sizeof(frame));
	}
	actor->frames[actor->depth++] = frame;
}

/**
 * pop() - an actor leaves a function
 * @actor: which
 * @name: of the function; places in it are left, too
 */
void pop(struct actor *actor, const char *name)
{
	while (actor->depth > 1 && innermost(actor)->is_place &&
	       strcmp(innermost(actor)->name, name))
		actor->depth--;
	if (actor->depth)
		actor->depth--;
}

/**
 * level_of() - the level at which something in the innermost function stands
 * @actor: that is in it
 *
 * Return: one more than that of the innermost that has a row.
 */
int level_of(const struct actor *actor)
{
	for (int i = actor->depth; i-- > 0;)
		if (actor->frames[i].level >= 0)
			return actor->frames[i].level + 1;
	return 0;
}

/**
 * settle() - forget which calls the functions of an actor have made so far
 * @actor: whose
 */
void settle(struct actor *actor)
{
	for (int i = 0; i < actor->depth; i++)
		actor->frames[i].calls = 0;
}

/* The last calls that the innermost function has made itself. */
static void add_called(struct drawing *drawing, struct actor *actor, int level)
{
	const struct frame *frame = innermost(actor);
	unsigned int i = 0;

	if (frame->calls >= CALLED) {
		i = frame->calls - CALLED;
		add_fold(drawing, actor, frame->called[i++ % CALLED].line, level, "");
	}
	for (; i < frame->calls; i++)
		add_call(drawing, actor, frame->called[i % CALLED].line, level,
			 frame->called[i % CALLED].name);
}

/**
 * show() - add the row of a function that an actor is in
 * @drawing: to which
 * @actor: which
 * @frame: the number of the function, from the outermost
 * @level: of indentation
 */
void show(struct drawing *drawing, struct actor *actor, int frame, int level)
{
	actor->frames[frame].level = level;
	add_call(drawing, actor, actor->frames[frame].line, level, actor->frames[frame].name);
}

/**
 * lead() - add rows for the calls that lead to where an actor is, if they have none yet
 * @drawing: to which
 * @actor: which
 *
 * Return: the level at which something there stands.
 */
int lead(struct drawing *drawing, struct actor *actor)
{
	int depth = actor->depth, next = depth, level;

	while (next && actor->frames[next - 1].level < 0)
		next--;
	level = next ? actor->frames[next - 1].level + 1 : 0;
	if (next == depth && depth && !drawing->full)
		add_called(drawing, actor, level);
	if (!next && depth)
		show(drawing, actor, next++, level++);
	if (depth - next > drawing->path + 1) {
		add_fold(drawing, actor, actor->frames[next].line, level++, "");
		next = depth - drawing->path;
	}
	while (next < depth)
		show(drawing, actor, next++, level++);
	settle(actor);
	return level;
}
