// SPDX-License-Identifier: GPL-2.0
/*
 * The director's door. When a step is over, the next is asked for here, one
 * line of text: from the schedule given at boot, or from gdb, which stops in
 * replay_door() and writes it. Everything else that a director may want, it
 * can only read.
 */
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/pagemap.h> /* for gdb: at the door it looks names up here first */
#include <linux/string.h>
#include <linux/swap.h>
#include <linux/wait.h>

#include <os.h>

#include "internal.h"

/*
 * An actor that has slept for so long, while the guest had nothing else to do,
 * waits for something that only another actor can give. In virtual time: what
 * the actor itself waits for, a device or a timer, comes first and costs nothing.
 * A control group above its limit makes a task wait for two seconds.
 */
#define PATIENCE (3 * HZ)

/* So many times that patience, and nobody has run since the schedule was over: nobody is going to. */
#define REST 10

/* A step in which the actor sleeps and wakes for so many times that is not going to end. */
#define IMPATIENCE 60

static const char *const verb_names[REPLAY_VERBS] = {
	[REPLAY_REACH] = "reach", [REPLAY_ENTER] = "enter",   [REPLAY_SLEEP] = "sleep",
	[REPLAY_BLOCK] = "block", [REPLAY_FINISH] = "finish",
};

struct replay_step replay_step;
struct replay_step replay_asked_about;
enum replay_status replay_status;
/* "ACTOR VERB [TARGET]", "end", "! WHAT IS WRONG", or a question. */
char replay_request[REPLAY_STEP_MAX];

/* Where gdb finds what a mapping has at an index. */
const struct {
	unsigned long head, slots, chunk;
} replay_tree = {
	.head = offsetof(struct address_space, i_pages.xa_head),
	.slots = offsetof(struct xa_node, slots),
	.chunk = XA_CHUNK_SIZE,
};

const struct task_struct *replay_director; /* it waits until the actors have finished */
static bool replay_ended; /* no step is left: the actors run free */
static DECLARE_WAIT_QUEUE_HEAD(replay_wait);

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

/* What is wrong with a request, for a word of the director; empty where nothing is. */
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

/**
 * replay_answered() - answer what the director asks, if it is no step
 *
 * "stacks", or "? STEP": could this be the next step? replay_problem and
 * replay_asked_about say it.
 *
 * Context: Any.
 */
bool replay_answered(void)
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
	} while (replay_answered());
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

	/* The director itself says that something is not as it should be. */
	if (replay_request[0] == '!')
		replay_broken("%s", replay_request + 2);

	replay_step.number++;
	strscpy(replay_step.text, replay_request, sizeof(replay_step.text));
	replay_trace(NULL, "step", "%u %s", replay_step.number, replay_request);
	if (!strcmp(replay_request, "end")) {
		replay_ended = true;
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

/**
 * replay_step_over() - the step that let an actor run is over; ask for the next
 * @actor: the actor that it let
 *
 * Context: Any. It does not sleep: whoever is let now runs when the caller does.
 */
void replay_step_over(struct replay_actor *actor)
{
	bool inside = replay_inside;

	replay_inside = true;
	actor->let = false;
	next_step();
	replay_inside = inside;
}

/* The actor's part is done. Returns when the schedule is over. */
void replay_actor_finish(struct replay_actor *actor)
{
	actor->finished = true;
	strcpy(actor->at, "finish");
	if (replay_exploring) {
		replay_unwatched(wake_up(&replay_wait));
		replay_order_finish(actor);
		return;
	}
	replay_trace(actor, "finish", NULL);
	if (!replay_ended) {
		if (replay_step.verb != REPLAY_FINISH)
			replay_broken("'%s' finished, and the step was to end before", actor->name);
		replay_step_over(actor);
		if (!actor->let)
			replay_keep(actor, REPLAY_HELD);
	}
	wake_up(&replay_wait);
}

void replay_arrived(void)
{
	wake_up(&replay_wait);
}

static unsigned long switches(void)
{
	unsigned long sum = 0;
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		sum += replay_actors[i].task->nvcsw + replay_actors[i].task->nivcsw;
	return sum;
}

static bool all_finished(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (!replay_actors[i].finished)
			return false;
	return true;
}

/* Nobody has run, and nobody is going to. */
static void nobody_runs(void)
{
	struct replay_actor *actor = replay_step.actor;
	char where[128];

	if (replay_exploring) {
		replay_order_stuck();
		return;
	}
	if (!actor)
		replay_stuck();
	if (replay_step.verb != REPLAY_BLOCK)
		replay_broken("'%s' sleeps, and nothing but another actor can wake it",
			      actor->name);

	replay_sleeps_in(actor->task, where, sizeof(where));
	replay_trace(actor, "block", "%s", where);
	replay_step_over(actor);
}

/**
 * replay_direct() - see the actors through the schedule, until all have finished
 * @actors: how many to wait for before the first step
 *
 * Context: Process context, sleeps. Not to be called by an actor.
 */
void replay_direct(unsigned int actors)
{
	unsigned long before;
	unsigned int step, rounds = 0, rest = 0;

	if (!wait_event_timeout(replay_wait, replay_nr_actors >= actors, PATIENCE))
		replay_broken("%u actors were announced and %u came", actors, replay_nr_actors);

	replay_director = current;
	replay_on = true;
	if (replay_exploring) {
		/* How many pages are on their way to a list depends on the order before. */
		lru_add_drain();
		replay_ended = true;
		replay_order_begin();
	} else {
		replay_record();
		read_boot_schedule();
		next_step();
	}
	do {
		step = replay_step.number;
		before = switches();
		if (wait_event_timeout(replay_wait, replay_ended && all_finished(), PATIENCE))
			break;
		rounds = step == replay_step.number ? rounds + 1 : 0;
		rest = rounds && before == switches() ? rest + 1 : 0;
		if (rest == (replay_ended ? REST : 1))
			nobody_runs();
		else if (rounds == IMPATIENCE)
			replay_broken("the step does not end: %u s of the guest's time have passed",
				      IMPATIENCE * PATIENCE / HZ);
	} while (1);
	replay_on = false;
}
