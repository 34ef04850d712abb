// SPDX-License-Identifier: GPL-2.0
/* Read a schedule, and check it. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "schedule.h"
#include "util.h"

#define DEPTH_MAX 8 /* of schedules that are sourced by one another */

struct reader {
	struct schedule *schedule;
	struct schedule_world *world;
	struct text *wrong;
	struct schedule_line *line;
	unsigned int depth;
};

static bool wrong(struct reader *reader, unsigned int column, const char *fmt, ...)
{
	va_list args;

	append(reader->wrong, "%s:%u:%u: ", reader->line->file, reader->line->number, column);
	va_start(args, fmt);
	append_list(reader->wrong, fmt, args);
	va_end(args);
	return false;
}

/* No @what is named @name: what may have been meant, and where there are few, all. */
static bool unknown(struct reader *reader, unsigned int column, const char *what, const char *list,
		    const struct names *names, const char *name)
{
	const char *nearest = names_nearest(names, name);
	struct text all = {};

	clear(&all);
	if (nearest)
		append(&all, "; did you mean '%s'?", nearest);
	if (list) {
		append(&all, "%s %s:", nearest ? "" : ";", list);
		for (unsigned int i = 0; i < names->nr; i++)
			append(&all, " %s", names->names[i]);
	}
	wrong(reader, column, "no %s is named '%s'%s", what, name, all.bytes);
	free(all.bytes);
	return false;
}

/* There are tens of thousands, and most schedules name none. */
static const struct names *functions_of(struct schedule_world *world)
{
	if (!world->functions.nr)
		names_read(&world->functions, path_in(world->kernel, "functions"),
			   "the functions of the kernel");
	return &world->functions;
}

/**
 * schedule_function_here() - a function by the name that it has in this kernel
 * @world: with the functions, and the names that some have had
 * @name: one of its names
 *
 * Return: a name that this kernel has; @name where there is none.
 */
const char *schedule_function_here(struct schedule_world *world, const char *name)
{
	char *rest, *line, *all = world->renamed ? copy_of(world->renamed) : NULL;
	const char *here = NULL;

	if (names_have(functions_of(world), name))
		return name;
	for (rest = all; rest && !here && (line = next_line(&rest));) {
		bool is_it = false;
		char *word;

		if (*line == '#')
			continue;
		while ((word = strsep(&line, " "))) {
			is_it |= !strcmp(word, name);
			if (!here && names_have(functions_of(world), word))
				here = word;
		}
		if (!is_it)
			here = NULL;
	}
	here = here ? copy_of(here) : name;
	free(all);
	return here;
}

/* FUNCTION+N, the Nth call in the code of a function: whether that is an access, the kernel knows. */
static bool is_access(struct schedule_world *world, const char *name)
{
	const char *plus = strchr(name, '+');
	struct text function = {};
	bool is_function;

	if (!plus || !plus[1] || plus[1 + strspn(plus + 1, "0123456789")])
		return false;
	append(&function, "%.*s", (int)(plus - name), name);
	is_function = names_have(functions_of(world), function.bytes);
	free(function.bytes);
	return is_function;
}

/* For gdb to look for: what it is, and where the schedule says it. */
static void add_place(struct reader *reader, const char *place, unsigned int column)
{
	struct text text = {};

	append(&text, "%s %s:%u:%u", place, reader->line->file, reader->line->number, column);
	names_add(&reader->schedule->places, text.bytes);
}

static bool check_function(struct reader *reader, struct replay_end *end, unsigned int column)
{
	struct schedule_world *world = reader->world;
	const char *here = schedule_function_here(world, end->target);

	if (here != end->target) {
		if (strlen(here) >= sizeof(end->target))
			return wrong(reader, column, "the name '%s' is too long", here);
		strcpy(end->target, here);
		return true;
	}
	if (names_have(functions_of(world), here))
		return true;
	if (end->verb == REPLAY_VERB_enter && is_access(world, here))
		return true;
	if (end->verb == REPLAY_VERB_leave && strchr(here, ':'))
		return wrong(reader, column, "'leave' takes a function, and '%s' is a source line",
			     here);
	if (world->direct && strchr(here, ':'))
		return wrong(reader, column,
			     "only gdb finds the source line '%s': run without --direct", here);
	/* gdb knows what is notrace, or assembler, or inlined. */
	if (end->verb == REPLAY_VERB_enter && !world->direct) {
		add_place(reader, here, column);
		return true;
	}
	return unknown(
		reader, column,
		end->verb == REPLAY_VERB_enter ?
			"function that can be entered without gdb (it may be inlined wherever it is called)" :
			"function that can be left (it may be inlined wherever it is called)",
		NULL, functions_of(world), here);
}

/* One that this kernel lacks may be one whose semantic patch does not match its source. */
static bool unknown_label(struct reader *reader, unsigned int column, const char *label)
{
	const struct schedule_world *world = reader->world;
	char *path = path_in(world->kernel, ".replay-unmatched"), *all = file_read(path, NULL);
	char *line, *rest = all;
	struct text hook = {};

	unknown(reader, column, "label of this kernel", "its labels are", &world->labels, label);
	append(&hook, "/%s.cocci ", label);
	while ((line = next_line(&rest)))
		if (strstr(line, hook.bytes))
			append(reader->wrong, "; %s", line);
	free(hook.bytes);
	free(all);
	free(path);
	return false;
}

static bool check_end(struct reader *reader, struct replay_end *end, unsigned int column)
{
	const struct schedule_world *world = reader->world;

	switch (end->verb) {
	case REPLAY_VERB_reach:
	case REPLAY_VERB_park:
		return *end->target == ':' || names_have(&world->labels, end->target) ||
		       unknown_label(reader, column, end->target);
	case REPLAY_VERB_enter:
	case REPLAY_VERB_leave:
		return check_function(reader, end, column);
	default:
		return true;
	}
}

/* The words as they are now: a function may have another name here. */
static void rewrite(struct schedule_line *line)
{
	struct text text = {};

	append(&text, "let %s", line->words.actor);
	if (line->words.turn)
		append(&text, "#%u", line->words.turn);
	for (unsigned int i = 0; i < line->words.nr_ends; i++) {
		const struct replay_end *end = &line->words.ends[i];

		append(&text, "%s %s", i ? " or" : "", replay_verb_word(end->verb));
		if (end->target[0])
			append(&text, "%s %s", end->verb == REPLAY_VERB_park ? " after" : "",
			       end->target);
	}
	line->text = text.bytes;
}

static bool read_let(struct reader *reader, const char *step)
{
	struct schedule_line *line = reader->line;
	const struct names *actors = &reader->world->actors;
	struct replay_wrong why;

	if (replay_step_parse(&line->words, step, &why))
		return wrong(reader, line->column + why.column - 1, "%s", why.text);
	if (actors->nr && !names_have(actors, line->words.actor))
		return unknown(reader, line->column, "actor", "the actors are", actors,
			       line->words.actor);
	for (unsigned int i = 0; i < line->words.nr_ends; i++) {
		struct replay_end *end = &line->words.ends[i];

		if (!check_end(reader, end, line->column + end->column - 1))
			return false;
	}
	rewrite(line);
	if (strlen(line->text + strlen("let ")) >= REPLAY_STEP_MAX)
		return wrong(reader, line->column, "a step has %d bytes at most",
			     REPLAY_STEP_MAX - 1);
	reader->schedule->nr_steps++;
	return true;
}

#define FAILED "! assertion failed: " /* which gdb hands over in place of a step */

/* As a string, since gdb has no command of ours with an argument of any number of words. */
static bool read_assert(struct reader *reader, const char *expression)
{
	struct text text = {};

	if (!*expression)
		return wrong(reader, reader->line->column, "'assert' takes an expression");
	if (strlen(expression) >= REPLAY_STEP_MAX - strlen(FAILED))
		return wrong(reader, reader->line->column, "an assertion has %zu bytes at most",
			     REPLAY_STEP_MAX - strlen(FAILED) - 1);
	append_string(&text, "replay-assert-1 \"" FAILED "\" \"");
	for (const char *c = expression; *c; c++)
		append(&text, "%s%c", *c == '"' || *c == '\\' ? "\\" : "", *c);
	append_string(&text, "\"");
	reader->line->text = text.bytes;
	return true;
}

static bool read_file(struct reader *reader, const char *path);

/* Beside the schedule that names it, or where those of its subsystem are; NULL: nowhere. */
static char *find_source(const struct reader *reader, const char *from, const char *name)
{
	const char *slash = strrchr(from, '/');
	struct text path = {};

	if (*name != '/' && slash)
		append_bytes(&path, from, slash + 1 - from);
	append_string(&path, name);
	if (!access(path.bytes, R_OK))
		return path.bytes;
	clear(&path);
	append(&path, "%s/%s", reader->world->shared, name);
	if (*name != '/' && *reader->world->shared && !access(path.bytes, R_OK))
		return path.bytes;
	free(path.bytes);
	return NULL;
}

static bool read_source(struct reader *reader, const char *name)
{
	const struct schedule_line from = *reader->line;
	char *path = find_source(reader, from.file, name);
	bool is_right;

	if (!*name)
		return wrong(reader, from.column, "'source' takes the name of a schedule");
	if (reader->depth == DEPTH_MAX)
		return wrong(reader, from.column, "%d schedules source one another", DEPTH_MAX);
	if (!path)
		return wrong(
			reader, from.column,
			"cannot read the schedule '%s': it is neither beside this one, nor in the subsystem's lib",
			name);
	/* Its lines come instead. */
	reader->schedule->nr--;
	reader->depth++;
	is_right = read_file(reader, path);
	reader->depth--;
	return is_right;
}

static bool read_case(struct reader *reader, const char *name)
{
	if (!*name)
		return wrong(reader, reader->line->column, "'case' takes a name");
	if (reader->schedule->program_case && strcmp(reader->schedule->program_case, name))
		return wrong(reader, reader->line->column, "'case' is said already, and it is '%s'",
			     reader->schedule->program_case);
	reader->schedule->program_case = copy_of(name);
	/* The program knows it from the start; gdb has no such command. */
	reader->line->text = copy_of("");
	return true;
}

static bool read_gdb(struct reader *reader, const char *command)
{
	return !reader->world->direct ||
	       wrong(reader, reader->line->column,
		     "'%s' is a command of gdb, and there is none: run without --direct", command);
}

static bool read_line(struct reader *reader, char *text)
{
	static const struct {
		const char *word;
		enum schedule_kind kind;
		bool (*read)(struct reader *reader, const char *rest);
	} commands[] = {
		{ "let", SCHEDULE_LET, read_let },
		{ "assert", SCHEDULE_ASSERT, read_assert },
		{ "source", SCHEDULE_NOTHING, read_source },
		{ "case", SCHEDULE_CASE, read_case },
	};
	struct schedule_line *line = reader->line;
	char *start = text + strspn(text, " \t"), *rest;
	size_t length;

	line->text = text;
	line->written = copy_of(text);
	if (!*start || *start == '#') {
		line->text = copy_of("");
		return true;
	}
	for (char *end = start + strlen(start); end[-1] == ' ' || end[-1] == '\t';)
		*--end = '\0';
	length = strcspn(start, " \t");
	rest = start + length;
	rest += strspn(rest, " \t");
	line->column = rest - text + 1;
	for (unsigned int i = 0; i < ARRAY_SIZE(commands); i++) {
		if (strlen(commands[i].word) != length || strncmp(commands[i].word, start, length))
			continue;
		line->kind = commands[i].kind;
		return commands[i].read(reader, rest);
	}
	line->column = start - text + 1;
	line->kind = SCHEDULE_GDB;
	if (!strcmp(start, "stacks"))
		line->kind = SCHEDULE_STACKS;
	return line->kind == SCHEDULE_STACKS || read_gdb(reader, start);
}

static bool read_file(struct reader *reader, const char *path)
{
	struct schedule *schedule = reader->schedule;
	char *line, *rest = file_need(path, "the schedule", NULL);
	unsigned int number = 0;

	path = copy_of(path);
	/* What some editors put in front, and at the end of each line. */
	if (!strncmp(rest, "\xef\xbb\xbf", 3))
		rest += 3;
	while ((line = next_line(&rest))) {
		size_t length = strlen(line);

		number++;
		if (length && line[length - 1] == '\r')
			line[length - 1] = '\0';
		schedule->lines =
			more(schedule->lines, (schedule->nr + 1) * sizeof(*schedule->lines));
		reader->line = &schedule->lines[schedule->nr++];
		*reader->line = (struct schedule_line){ .file = path, .number = number };
		if (!read_line(reader, line))
			return false;
	}
	return true;
}

/**
 * schedule_read() - read a schedule, and those that it sources
 * @schedule: what it says
 * @path: where it is
 * @world: what it may name
 * @wrong: FILE:LINE:COLUMN, what is wrong there, and what would be right
 *
 * Return: true where nothing is wrong.
 */
bool schedule_read(struct schedule *schedule, const char *path, struct schedule_world *world,
		   struct text *wrong)
{
	struct reader reader = { .schedule = schedule, .world = world, .wrong = wrong };

	*schedule = (struct schedule){};
	if (!read_file(&reader, path))
		return false;
	if (schedule->nr_steps)
		return true;
	append(wrong, "%s: the schedule has no step; one is 'let ACTOR finish'", path);
	return false;
}
