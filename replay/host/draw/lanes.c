// SPDX-License-Identifier: GPL-2.0
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "lanes.h"
#include "util.h"

#define LETTER 6.65
#define HEIGHT 17
#define BELOW (HEIGHT - 3) /* a remark is so far below its row */
#define STEP 9 /* a level of indentation */
#define TOP 16
#define WIDTH_MIN 350
#define BESIDE 18 /* the steps are so far beside it */

struct lane {
	const char *name;
	double x;
	int deep; /* its innermost level */
	int first, last; /* from where to where it is drawn */
};

struct place {
	struct lane *lane;
	int y;
	bool below; /* its remark is below it */
	char *remark;
};

/* A step of the schedule, at the first row behind its event. */
struct step {
	unsigned int line; /* of the trace */
	char *text;
	struct text locks; /* who holds which as it begins, a line each */
	int y;
	bool broken; /* it was not reached */
};

struct lanes {
	const struct rows *rows;
	struct text body;
	struct lane *lanes;
	struct place *places; /* of the rows */
	unsigned int nr;
	struct step *steps;
	unsigned int nr_steps;
	double width;
	int bottom;
};

/**
 * append_escaped() - append to a text, escaped for HTML and XML
 * @out: which
 * @string: what is added
 */
void append_escaped(struct text *out, const char *string)
{
	for (; *string; string++)
		if (*string == '&')
			append_string(out, "&amp;");
		else if (*string == '<')
			append_string(out, "&lt;");
		else if (*string == '>')
			append_string(out, "&gt;");
		else if (*string == '"')
			append_string(out, "&quot;");
		else
			append_bytes(out, string, 1);
}

static struct lane *lane_of(const struct lanes *lanes, const char *actor)
{
	for (unsigned int i = 0; i < lanes->nr; i++)
		if (!strcmp(lanes->lanes[i].name, actor))
			return &lanes->lanes[i];
	return NULL;
}

static unsigned int number(const struct lanes *lanes, const struct lane *lane)
{
	return lane - lanes->lanes + 1;
}

static void find_lanes(struct lanes *lanes)
{
	for (unsigned int i = 0; i < lanes->rows->nr; i++) {
		const char *actor = lanes->rows->rows[i].actor;

		if (!strcmp(actor, "-") || lane_of(lanes, actor))
			continue;
		lanes->lanes = more(lanes->lanes, (lanes->nr + 1) * sizeof(*lanes->lanes));
		lanes->lanes[lanes->nr++] = (struct lane){ .name = actor };
	}
}

/* An actor a line: "A holds one, two; holds, or sleeps on, three". */
static void find_locks(struct text *text, const struct locks *locks, unsigned int step)
{
	const struct lock *before = NULL;

	clear(text);
	for (const struct lock *lock = locks->of; lock < locks->of + locks->nr; lock++) {
		bool same = before && !strcmp(before->actor, lock->actor);

		if (lock->step != step)
			continue;
		if (same && lock->words == before->words)
			append(text, ", %s", lock->name);
		else if (same)
			append(text, "; %s %s", lock->words, lock->name);
		else
			append(text, "%s%s%s%s%s%s", before ? "\n" : "", lock->actor,
			       *lock->actor ? " " : "", lock->words, *lock->name ? " " : "",
			       lock->name);
		before = lock;
	}
}

static void find_steps(struct lanes *lanes, const struct trace *trace, const struct locks *locks)
{
	for (unsigned int i = 0; i < trace->nr; i++) {
		const struct event *event = &trace->events[i];
		struct text text = {};

		if (event->kind == REPLAY_EVENT_broken && lanes->nr_steps)
			lanes->steps[lanes->nr_steps - 1].broken = true;
		if (!event_is_step(event))
			continue;
		append(&text, "%s  let %s", event->name, event->rest);
		lanes->steps = more(lanes->steps, (lanes->nr_steps + 1) * sizeof(*lanes->steps));
		lanes->steps[lanes->nr_steps++] =
			(struct step){ .line = event->line, .text = text.bytes };
		find_locks(&lanes->steps[lanes->nr_steps - 1].locks, locks, atoi(event->name));
	}
}

/* What nobody does is in the first lane. */
static void find_places(struct lanes *lanes)
{
	lanes->places = more(NULL, lanes->rows->nr * sizeof(*lanes->places));
	for (unsigned int i = 0; i < lanes->rows->nr; i++) {
		const struct row *row = &lanes->rows->rows[i];
		struct lane *lane = lane_of(lanes, row->actor);
		struct text remark = {};

		if (!lane)
			lane = &lanes->lanes[0];
		clear(&remark);
		for (const char *c = row->remarks; *c; c++)
			append_bytes(&remark, *c == ';' ? ", " : c, *c == ';' ? 2 : 1);
		lanes->places[i] = (struct place){ .lane = lane, .remark = remark.bytes };
		lane->deep = max(lane->deep, row->level);
	}
}

/* As narrow as may be: a row is alone on its line, so lanes may be close. */
static void set_lanes(struct lanes *lanes)
{
	double x = 8;

	for (unsigned int i = 0; i < lanes->nr; i++) {
		struct lane *lane = &lanes->lanes[i];

		lane->x = x;
		x += max(width_of(lane->name) * LETTER + 14, lane->deep * STEP + 24);
	}
}

static double left_of(const struct lanes *lanes, unsigned int i)
{
	return lanes->places[i].lane->x + 11 + lanes->rows->rows[i].level * STEP;
}

/* Where the next step may be, below one and its locks. */
static int below_step(const struct step *step)
{
	int y = step->y + HEIGHT;

	for (const char *line = step->locks.bytes; *line;
	     line += strcspn(line, "\n"), line += *line == '\n')
		y += BELOW;
	return y;
}

/*
 * The steps up to a line of the trace are beside the row that is next, and where they are
 * several, above it. Returns where that row is.
 */
static int set_steps(struct lanes *lanes, unsigned int *step, unsigned int line, int y)
{
	for (; *step < lanes->nr_steps && lanes->steps[*step].line <= line; ++*step) {
		if (*step)
			y = max(y, below_step(&lanes->steps[*step - 1]));
		lanes->steps[*step].y = y;
	}
	return y;
}

static void set_places(struct lanes *lanes)
{
	const struct row *rows = lanes->rows->rows;
	unsigned int step = 0;
	int y = TOP;

	lanes->width = WIDTH_MIN;
	for (unsigned int i = 0; i < lanes->rows->nr; i++)
		lanes->width =
			max(lanes->width, left_of(lanes, i) + width_of(rows[i].text) * LETTER);
	for (unsigned int i = 0; i < lanes->rows->nr; i++) {
		struct place *place = &lanes->places[i];
		int width = width_of(rows[i].text) + width_of(place->remark) + 2;

		y = set_steps(lanes, &step, rows[i].line, y + HEIGHT);
		place->y = y;
		if (*place->remark && left_of(lanes, i) + width * LETTER > lanes->width) {
			y += BELOW;
			place->below = true;
		}
		place->lane->last = y;
		if (!place->lane->first)
			place->lane->first = place->y;
	}
	if (step < lanes->nr_steps)
		y = set_steps(lanes, &step, UINT_MAX, y + HEIGHT);
	if (step)
		y = max(y, below_step(&lanes->steps[step - 1]) - HEIGHT);
	lanes->bottom = y + 8;
}

static void draw_text(struct lanes *lanes, double x, int y, const char *class, unsigned int lane,
		      const char *string)
{
	struct text *body = &lanes->body;

	append(body, "<text x=\"%.1f\" y=\"%d\" class=\"%s", x, y, class);
	if (lane)
		append(body, " l%u", lane);
	append_string(body, "\">");
	append_escaped(body, string);
	append_string(body, "</text>\n");
	lanes->width = max(lanes->width, x + width_of(string) * LETTER);
}

static void draw_lane(struct lanes *lanes, struct lane *lane)
{
	draw_text(lanes, lane->x - 3, 12, "head", number(lanes, lane), lane->name);
	append(&lanes->body,
	       "<line class=\"wait l%u\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>\n",
	       number(lanes, lane), lane->x, lane->x, lane->first - 11, lane->last);
}

/* A bar for each time that an actor runs. */
static void draw_bars(struct lanes *lanes)
{
	unsigned int nr = lanes->rows->nr;
	int from = 0;

	for (unsigned int i = 0; i < nr; i++) {
		const struct place *place = &lanes->places[i];

		if (!i || place[-1].lane != place->lane)
			from = place->y - 11;
		if (i + 1 < nr && place[1].lane == place->lane)
			continue;
		append(&lanes->body,
		       "<rect class=\"run l%u\" x=\"%.1f\" y=\"%d\" width=\"4\" height=\"%d\" rx=\"2\"/>\n",
		       number(lanes, place->lane), place->lane->x - 2, from,
		       place->y + (place->below ? BELOW : 0) - from + 3);
	}
}

static void draw_remark(struct lanes *lanes, unsigned int i)
{
	const struct place *place = &lanes->places[i];
	double x = left_of(lanes, i);

	if (!*place->remark)
		return;
	if (!place->below) {
		x += (width_of(lanes->rows->rows[i].text) + 2) * LETTER;
		draw_text(lanes, x, place->y, "remark", 0, place->remark);
		return;
	}
	x = min(x, lanes->width - width_of(place->remark) * LETTER);
	draw_text(lanes, max(x, place->lane->x + 11), place->y + BELOW, "remark", 0, place->remark);
}

static void draw_row(struct lanes *lanes, unsigned int i)
{
	static const char *const classes[] = { "call", "point", "state", "fold" };
	const struct row *row = &lanes->rows->rows[i];
	const struct place *place = &lanes->places[i];
	bool coloured = row->kind == ROW_POINT || row->kind == ROW_STATE;

	if (row_held(row))
		append(&lanes->body,
		       "<circle class=\"held l%u\" cx=\"%.1f\" cy=\"%d\" r=\"4.5\"/>\n",
		       number(lanes, place->lane), place->lane->x, place->y - 4);
	draw_text(lanes, left_of(lanes, i), place->y, classes[row->kind],
		  coloured ? number(lanes, place->lane) : 0, row->text);
	draw_remark(lanes, i);
}

static void draw_locks(struct lanes *lanes, double x, const struct step *step)
{
	char *line, *rest = step->locks.bytes;
	int y = step->y;

	while ((line = next_line(&rest)))
		draw_text(lanes, x + 3 * LETTER, y += BELOW, "remark", 0, line);
}

/* Beside the lanes, with a line across them where each begins. */
static void draw_steps(struct lanes *lanes)
{
	double x = lanes->width + BESIDE, end = x;

	for (unsigned int i = 0; i < lanes->nr_steps; i++)
		end = max(end, x + width_of(lanes->steps[i].text) * LETTER);
	for (unsigned int i = 0; i < lanes->nr_steps; i++) {
		const struct step *step = &lanes->steps[i];
		int top = step->y - HEIGHT + 5;

		append(&lanes->body,
		       "<line class=\"step\" x1=\"0\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>\n", end,
		       top, top);
		draw_text(lanes, x, step->y, step->broken ? "step broken" : "step", 0, step->text);
		draw_locks(lanes, x, step);
	}
}

/**
 * lanes_draw() - draw rows as SVG: a lane an actor, a bar where it runs, a ring where it is held
 * @out: where it goes; nothing, where no actor does anything. Colours are classes, for the page
 * @rows: which
 * @trace: of which they are; its steps stand beside them
 * @locks: who holds which as a step begins, below it
 */
void lanes_draw(struct text *out, const struct rows *rows, const struct trace *trace,
		const struct locks *locks)
{
	struct lanes lanes = { .rows = rows };

	find_lanes(&lanes);
	if (!lanes.nr)
		return;
	find_steps(&lanes, trace, locks);
	find_places(&lanes);
	set_lanes(&lanes);
	set_places(&lanes);
	for (unsigned int i = 0; i < lanes.nr; i++)
		draw_lane(&lanes, &lanes.lanes[i]);
	draw_bars(&lanes);
	for (unsigned int i = 0; i < rows->nr; i++)
		draw_row(&lanes, i);
	draw_steps(&lanes);

	append(out,
	       "<svg role=\"img\" aria-label=\"what each actor does, in order\" style=\"--w: %d\" viewBox=\"0 0 %d %d\">\n",
	       (int)lanes.width + 4, (int)lanes.width + 4, lanes.bottom);
	append_bytes(out, lanes.body.bytes, lanes.body.length);
	append_string(out, "</svg>\n");
	for (unsigned int i = 0; i < rows->nr; i++)
		free(lanes.places[i].remark);
	for (unsigned int i = 0; i < lanes.nr_steps; i++) {
		free(lanes.steps[i].text);
		free(lanes.steps[i].locks.bytes);
	}
	free(lanes.steps);
	free(lanes.places);
	free(lanes.lanes);
	free(lanes.body.bytes);
}
