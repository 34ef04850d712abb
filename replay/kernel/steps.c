// SPDX-License-Identifier: GPL-2.0
/* Steps: the director of a run. */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/pagemap.h> /* for gdb: at the door it looks names up here first */
#include <linux/string.h>
#include <linux/swap.h>

#include <os.h>

#include "actors.h"
#include "calls.h"
#include "context.h"
#include "diagnose.h"
#include "director.h"
#include "points.h"
#include "sink.h"
#include "steps.h"

#define PLACE_SIZE 5 /* of a jump */

static const char *const verb_names[REPLAY_VERBS] = {
	[REPLAY_REACH] = "reach", [REPLAY_ENTER] = "enter",   [REPLAY_SLEEP] = "sleep",
	[REPLAY_BLOCK] = "block", [REPLAY_FINISH] = "finish",
};

struct replay_step replay_step;
struct replay_step replay_asked_about;
enum replay_status replay_status;
char replay_request[REPLAY_STEP_MAX];

/* Where gdb finds what a mapping has at an index. */
const struct {
	unsigned long head, slots, chunk;
} replay_tree = {
	.head = offsetof(struct address_space, i_pages.xa_head),
	.slots = offsetof(struct xa_node, slots),
	.chunk = XA_CHUNK_SIZE,
};

/* The schedule given at boot, one step a line: a file descriptor of the host. */
static int schedule_fd = -1;
core_param(replay_schedule, schedule_fd, int, 0);

static char boot_schedule[REPLAY_SCHEDULE_MAX];
static char *boot_next; /* the line to give next; NULL behind the last */

/**
 * replay_door() - gdb stops here, reads replay_status, and writes replay_request
 *
 * Context: Any; the whole guest stands still.
 */
noinline void replay_door(void)
{
	barrier();
}

static void read_boot_schedule(void)
{
	int len;

	if (boot_next || schedule_fd < 0)
		return;
	len = os_read_file(schedule_fd, boot_schedule, sizeof(boot_schedule) - 1);
	if (len == sizeof(boot_schedule) - 1)
		replay_broken("the schedule is longer than %d bytes", len - 1);
	if (len > 0)
		boot_next = boot_schedule;
}

static void ask_once(void)
{
	replay_request[0] = '\0';
	if (!boot_schedule[0]) {
		replay_status = REPLAY_READY;
		replay_door();
		return;
	}
	if (strscpy(replay_request, boot_next && *boot_next ? strsep(&boot_next, "\n") : "end",
		    sizeof(replay_request)) < 0)
		replay_broken("the next step is longer than %d bytes: %s", REPLAY_STEP_MAX - 1,
			      replay_request);
}

char replay_problem[512];

static __printf(1, 2) bool wrong(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(replay_problem, sizeof(replay_problem), fmt, args);
	va_end(args);
	return false;
}

static bool parse_actor(struct replay_step *step, const char *name)
{
	char names[256] = "";
	size_t len = 0;
	unsigned int i;

	step->actor = replay_actor_named(name, strlen(name));
	if (step->actor)
		return !step->actor->finished || wrong("'%s' has finished already", name);
	for (i = 0; i < replay_nr_actors; i++)
		len += scnprintf(names + len, sizeof(names) - len, " %s", replay_actors[i].name);
	return wrong("no actor is named '%s'; the actors are:%s", name, names);
}

static bool parse_verb(struct replay_step *step, const char *name)
{
	for (step->verb = 0; step->verb < REPLAY_VERBS; step->verb++)
		if (!strcmp(verb_names[step->verb], name))
			return true;
	return wrong(
		"no verb is named '%s'; the verbs are: reach LABEL, enter FUNCTION, sleep, block, finish",
		name);
}

/* A label of the program in the guest is known only when it is passed: it has a colon in front. */
static bool parse_target(struct replay_step *step, const char *target)
{
	bool wanted = step->verb == REPLAY_REACH || step->verb == REPLAY_ENTER;
	char labels[384] = "";

	if (!!*target != wanted)
		return wrong("'%s' takes %s", verb_names[step->verb],
			     wanted ? "the name of a point" : "no name of a point");

	if (strscpy(step->target, target, sizeof(step->target)) < 0)
		return wrong("the name '%s' is longer than %d bytes", target, REPLAY_NAME_MAX - 1);
	if (step->verb == REPLAY_REACH && *target != ':' && !replay_label_exists(target)) {
		replay_labels_print(labels, sizeof(labels));
		return wrong("no label of this kernel is named '%s'; its labels are:%s", target,
			     labels);
	}
	return true;
}

/* Where a step enters what is no function that can be patched, gdb stops the actor there. */
static bool find_place(struct replay_step *step)
{
	const char *target = step->target;
	int error;

	step->by_gdb = false;
	if (step->verb != REPLAY_ENTER)
		return true;
	error = replay_function(target);
	step->by_gdb = error;
	if (!error || !boot_schedule[0])
		return true;
	if (strchr(target, ':'))
		return wrong("only gdb finds the source line '%s': run without --direct", target);
	if (error == -ENXIO)
		return wrong(
			"only gdb can stop at '%s', which is notrace or assembler: run without --direct",
			target);
	return wrong(
		"%s is no function or location of this kernel, or it is inlined wherever it is called",
		target);
}

/* A step as the director writes it; false, and what is wrong with it, where it is none. */
static bool parse(struct replay_step *step, const char *request)
{
	char text[REPLAY_STEP_MAX], *words = text;
	char *actor, *verb, *target;

	replay_problem[0] = '\0';
	strscpy(text, request, sizeof(text));
	actor = strsep(&words, " ");
	verb = strsep(&words, " ") ?: "";
	target = words ?: "";
	return parse_actor(step, actor) && parse_verb(step, verb) && parse_target(step, target) &&
	       find_place(step);
}

/*
 * What gdb asks, if it is no step: "stacks", or "? STEP": could this be the next step?
 * replay_problem and replay_asked_about say it.
 */
static bool answered(void)
{
	if (!strcmp(replay_request, "stacks")) {
		replay_stacks();
		return true;
	}
	if (strncmp(replay_request, "? ", 2))
		return false;
	parse(&replay_asked_about, replay_request + 2);
	return true;
}

static void ask(void)
{
	do {
		ask_once();
	} while (answered());
}

/* gdb breaks where the step enters, or says that there is no such place. */
static void ask_for_place(void)
{
	replay_status = REPLAY_PLACE;
	replay_door();
	if (replay_request[0] == '!')
		replay_broken("%s", replay_request + 2);
}

/* Ask for the next step, and let its actor go. */
static void next_step(void)
{
	replay_step.actor = NULL;
	ask();
	if (!replay_request[0])
		replay_broken(
			"nobody directs: no schedule was given at boot, and no gdb is at the door");

	/* gdb itself says that something is not as it should be. */
	if (replay_request[0] == '!')
		replay_broken("%s", replay_request + 2);

	replay_step.number++;
	replay_turn++;
	strscpy(replay_step.text, replay_request, sizeof(replay_step.text));
	replay_trace(NULL, REPLAY_EVENT_step, "%u %s", replay_step.number, replay_request);
	if (!strcmp(replay_request, "end")) {
		replay_free = true;
		replay_release_all();
		wake_up(&replay_wait);
		return;
	}

	if (!parse(&replay_step, replay_request))
		replay_broken("%s", replay_problem);
	if (replay_step.by_gdb)
		ask_for_place();
	replay_let(replay_step.actor);
}

/*
 * The step that let @actor run is over; ask for the next. It does not sleep: whoever is let
 * now runs when the caller does.
 */
static void step_over(struct replay_actor *actor)
{
	bool inside = replay_inside;

	replay_inside = true;
	actor->let = false;
	next_step();
	replay_inside = inside;
}

/* The actor is where its step ends: ask who goes on. */
static void stop_here(struct replay_actor *actor)
{
	char why[128];

	step_over(actor);
	if (actor->let)
		return;

	if (replay_atomic(why, sizeof(why)))
		replay_broken(
			"cannot hold '%s' at '%s', where it must not sleep: %s; let '%s' itself go on from there, or hold it elsewhere",
			actor->name, actor->at, why, actor->name);
	replay_trace(actor, REPLAY_EVENT_held, "%s", actor->at);
	replay_keep(actor, REPLAY_HELD);
}

static void pass(struct replay_actor *actor, const char *label, const struct replay_facts *facts,
		 unsigned int passes)
{
	bool reached = actor->let && replay_step.actor == actor &&
		       replay_step.verb == REPLAY_REACH && !strcmp(replay_step.target, label);

	replay_trace_facts(actor, reached ? REPLAY_EVENT_reach : REPLAY_EVENT_pass, label, facts);
	if (reached)
		stop_here(actor);
}

/* Returns true where its step ends here, once it is let again. */
static bool enter(struct replay_actor *actor, const char *function)
{
	if (!actor->let || replay_step.actor != actor || replay_step.verb != REPLAY_ENTER ||
	    strcmp(replay_step.target, function))
		return false;
	strscpy(actor->at, function, sizeof(actor->at));
	memset(&actor->facts, 0, sizeof(actor->facts));
	replay_trace(actor, REPLAY_EVENT_enter, "%s", actor->at);
	stop_here(actor);
	return true;
}

/* For gdb, which writes the jump to replay_place(): where, and what was there. */
unsigned long replay_place_address;
unsigned long replay_place_code;

void replay_place(void);
asmlinkage void replay_placed(void);

/* From replay_place(): the actor's next instruction is the one that the step names. */
void replay_placed(void)
{
	struct replay_actor *actor = replay_actor_of(current);

	replay_make_text_writable();
	memcpy((void *)replay_place_address, &replay_place_code, PLACE_SIZE);
	if (actor)
		enter(actor, replay_step.target);
}

static void sleep(struct replay_actor *actor)
{
	if (replay_step.actor != actor || replay_step.verb != REPLAY_SLEEP)
		return;

	replay_trace(actor, REPLAY_EVENT_sleep, NULL);
	step_over(actor);
}

static bool wake(struct replay_actor *actor)
{
	return false;
}

static void finish(struct replay_actor *actor)
{
	replay_trace(actor, REPLAY_EVENT_finish, NULL);
	if (!replay_free) {
		if (replay_step.verb != REPLAY_FINISH)
			replay_broken("'%s' finished, and the step was to end before", actor->name);
		step_over(actor);
		if (!actor->let)
			replay_keep(actor, REPLAY_HELD);
	}
	wake_up(&replay_wait);
}

/* Nobody has run, and nobody is going to. */
static void idle(void)
{
	struct replay_actor *actor = replay_step.actor;
	char where[128];

	if (!actor)
		replay_stuck();
	if (replay_step.verb != REPLAY_BLOCK)
		replay_broken("'%s' sleeps, and nothing but another actor can wake it",
			      actor->name);

	replay_sleeps_in(actor->task, where, sizeof(where));
	replay_trace(actor, REPLAY_EVENT_block, "%s", where);
	step_over(actor);
}

static void begin(void)
{
	read_boot_schedule();
	next_step();
}

static void where(char *buf, size_t size)
{
	snprintf(buf, size, "step %u (%s): ", replay_step.number, replay_step.text);
}

/* gdb looks at the actors. */
static void over(void)
{
	replay_status = REPLAY_OVER;
	do {
		replay_request[0] = '\0';
		replay_door();
	} while (answered());
}

/* A boot has one run. */
static int next(void)
{
	return -ENODEV;
}

const struct replay_director replay_steps = {
	.next = next,
	.begin = begin,
	.pass = pass,
	.enter = enter,
	.sleep = sleep,
	.wake = wake,
	.finish = finish,
	.idle = idle,
	.where = where,
	.over = over,
};
