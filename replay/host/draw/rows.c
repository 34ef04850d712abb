// SPDX-License-Identifier: GPL-2.0
/*
 * Select the rows that explain the race: each point, and the calls that lead to it. Of these
 * calls the diagram shows the outermost one, which entered the kernel, and the innermost few; the
 * others are folded. If two points follow each other in the same function, the diagram also shows
 * the last calls that the function made between them.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"
#include "util.h"
#include "ways.h"

static void way_of(const struct actor *actor, const char *name, struct text *way)
{
	for (int i = 0; i < actor->depth; i++) {
		append_string(way, actor->frames[i].name);
		append_string(way, " ");
	}
	append_string(way, name);
}

/* Did the actor come to this point before, in the same system call and by the same way? */
static bool is_again(const struct drawing *drawing, const struct actor *actor,
		     const struct text *way)
{
	return !drawing->full && actor->depth && actor->last_way.bytes &&
	       !strcmp(way->bytes, actor->last_way.bytes) && actor->frames[0].level >= 0 &&
	       actor->frames[actor->depth - 1].level < 0;
}

/* A label; one that begins with ':' is of the scenario's program, and no call leads there. */
static void draw_label(struct drawing *drawing, struct actor *actor)
{
	const char *name = drawing->event->name;
	struct text way = {};
	int level = 0;

	way_of(actor, name, &way);
	if (name[0] == ':')
		name++;
	else if (is_again(drawing, actor, &way))
		level = actor->last_level;
	else
		level = lead(drawing, actor);
	add_row(drawing, actor, drawing->event->line, level, ROW_POINT, joined("[", name, "]"),
		names_facts(&drawing->names, &actor->said, drawing->event));
	free(actor->last_way.bytes);
	actor->last_way = way;
	actor->last_level = level;
}

static bool is_function(const char *name)
{
	if (!isalpha((unsigned char)*name) && *name != '_')
		return false;
	while (isalnum((unsigned char)*name) || *name == '_')
		name++;
	return !*name;
}

static void draw_enter(struct drawing *drawing, struct actor *actor)
{
	const char *name = drawing->event->name;

	if (!is_function(name)) {
		int level = lead(drawing, actor);

		add_row(drawing, actor, drawing->event->line, level, ROW_POINT,
			joined("[", name, "]"), copy_of(""));
		return;
	}
	if (!drawing->full)
		lead(drawing, actor);
	push(drawing, actor, name, true);
	if (!drawing->full)
		show(drawing, actor, actor->depth - 1, level_of(actor));
	settle(actor);
}

static void draw_leave(struct drawing *drawing, struct actor *actor)
{
	int level = lead(drawing, actor);

	add_row(drawing, actor, drawing->event->line, level, ROW_POINT,
		joined("[left ", drawing->event->name, "()]"), copy_of(""));
}

/* A hold that follows its point is a remark on it. */
static void draw_held(struct drawing *drawing, struct actor *actor)
{
	const char *name = drawing->event->name;

	if (actor->at_point)
		row_remark(&drawing->rows->rows[actor->last_row], "held");
	else
		add_row(drawing, actor, drawing->event->line, level_of(actor), ROW_STATE,
			joined("[held at ", name, "]"), copy_of(""));
}

static void draw_sleep(struct drawing *drawing, struct actor *actor, const char *text)
{
	const char *in = drawing->event->name;
	int level = lead(drawing, actor);

	add_state(drawing, actor, level, text,
		  joined("in ", in, strcmp(in, "user") ? "()" : " space"));
}

/* Remarks have ';' between them, and rows have tabs. */
static char *as_remark(const char *rest)
{
	char *remark = copy_of(rest);

	for (char *c = remark; *c; c++)
		if (*c == ';' || *c == '\t')
			*c = ',';
	return remark;
}

static void draw_event(struct drawing *drawing, struct actor *actor)
{
	const struct event *event = drawing->event;

	switch (event->kind) {
	case REPLAY_EVENT_step:
	case REPLAY_EVENT_context:
		return;
	case REPLAY_EVENT_call:
		push(drawing, actor, event->name, false);
		return;
	case REPLAY_EVENT_return:
		pop(actor, event->name);
		return;
	case REPLAY_EVENT_enter:
		draw_enter(drawing, actor);
		return;
	case REPLAY_EVENT_leave:
		draw_leave(drawing, actor);
		return;
	case REPLAY_EVENT_reach:
	case REPLAY_EVENT_pass:
		draw_label(drawing, actor);
		return;
	case REPLAY_EVENT_held:
		draw_held(drawing, actor);
		return;
	case REPLAY_EVENT_sleep:
		draw_sleep(drawing, actor, "sleeps");
		return;
	case REPLAY_EVENT_wake:
		add_state(drawing, actor, level_of(actor), "woken", copy_of("held"));
		return;
	case REPLAY_EVENT_block:
		draw_sleep(drawing, actor, "blocks");
		return;
	case REPLAY_EVENT_stuck:
		draw_sleep(drawing, actor, "sleeps for ever");
		return;
	case REPLAY_EVENT_unrecorded:
		actor->depth = 0;
		add_fold(drawing, actor, event->line, 0, "calls that are not recorded");
		return;
	case REPLAY_EVENT_finish:
		actor->depth = 0;
		add_state(drawing, actor, 0, "finished", copy_of(""));
		return;
	case REPLAY_EVENT_report:
	case REPLAY_EVENT_panic:
		add_state(drawing, actor, lead(drawing, actor), event->word,
			  as_remark(event->rest));
		return;
	default: /* An event of another version is drawn by its word. */
		add_state(drawing, actor, level_of(actor), event->word, as_remark(event->rest));
	}
}

static struct actor *actor_of(struct drawing *drawing)
{
	struct actor *actor;

	for (unsigned int i = 0; i < drawing->nr_actors; i++)
		if (drawing->actors[i].name == drawing->event->actor)
			return &drawing->actors[i];
	drawing->actors =
		more(drawing->actors, (drawing->nr_actors + 1) * sizeof(*drawing->actors));
	actor = &drawing->actors[drawing->nr_actors++];
	*actor = (struct actor){ .name = drawing->event->actor };
	return actor;
}

/* Whose last point has nothing but steps behind it. */
static void note_point(struct drawing *drawing, struct actor *actor)
{
	unsigned int kind = drawing->event->kind;

	if (kind == REPLAY_EVENT_step || kind == REPLAY_EVENT_context)
		return;
	for (unsigned int i = 0; i < drawing->nr_actors; i++)
		drawing->actors[i].at_point = false;
	actor->at_point = kind == REPLAY_EVENT_enter || kind == REPLAY_EVENT_leave ||
			  kind == REPLAY_EVENT_reach || kind == REPLAY_EVENT_pass;
}

/* In the order of the trace: a call gets its row when something in it is told. */
static int by_line(const void *one, const void *other)
{
	const struct row *a = one, *b = other;

	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return a->nr < b->nr ? -1 : a->nr > b->nr;
}

static void drawing_free(struct drawing *drawing)
{
	for (unsigned int i = 0; i < drawing->nr_actors; i++) {
		free(drawing->actors[i].frames);
		free(drawing->actors[i].last_way.bytes);
		said_free(&drawing->actors[i].said);
	}
	free(drawing->actors);
	names_free(&drawing->names);
}

/**
 * rows_of() - choose the rows of a trace that explain the race
 * @rows: where it goes; rows_free() forgets it
 * @trace: which; it has to stay as long as they do
 * @path: how many of the innermost calls that lead to a point have a row, beside the first
 * @full: every call has one
 */
void rows_of(struct rows *rows, const struct trace *trace, int path, bool full)
{
	struct drawing drawing = { .rows = rows, .path = path, .full = full };

	*rows = (struct rows){};
	for (unsigned int i = 0; i < trace->nr; i++) {
		struct actor *actor;

		drawing.event = &trace->events[i];
		actor = actor_of(&drawing);
		draw_event(&drawing, actor);
		note_point(&drawing, actor);
	}
	if (rows->nr)
		qsort(rows->rows, rows->nr, sizeof(*rows->rows), by_line);
	drawing_free(&drawing);
}
