// SPDX-License-Identifier: GPL-2.0
/* Steps: the director of a run. It follows the steps of a schedule. */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/pagemap.h> /* for gdb: at the door it looks names up here first */
#include <linux/sched/signal.h>
#include <linux/string.h>

#include <os.h>

#include "accesses.h"
#include "actors.h"
#include "calls.h"
#include "context.h"
#include "defer.h"
#include "diagnose.h"
#include "director.h"
#include "points.h"
#include "sink.h"
#include "steps.h"
#include "turns.h"

#define PLACE_SIZE 5 /* of a jump */

struct replay_step replay_step;
struct replay_step replay_asked_about;
enum replay_status replay_status;
char replay_request[REPLAY_STEP_MAX];
bool replay_prompt; /* a user is at gdb's prompt */

/* gdb writes a jump to replay_place(): its address, and the instructions that were there. */
unsigned long replay_place_address;
unsigned long replay_place_code;

/* The host's file descriptor of the schedule that is given at boot, one step a line. */
static int schedule_fd = -1;
core_param(replay_schedule, schedule_fd, int, 0);

static char boot_schedule[REPLAY_SCHEDULE_MAX];
static char *boot_next; /* the next line; NULL after the last */

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

char replay_problem[REPLAY_LINE_MAX / 2];

static __printf(1, 2) bool wrong(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	replay_sentence(replay_problem, sizeof(replay_problem), fmt, args);
	va_end(args);
	return false;
}

/* The end of @step with @verb and @target; NULL as @target: any. Returns NULL if there is none. */
static const struct replay_end *find_verb(const struct replay_step *step, enum replay_verb verb,
					  const char *target)
{
	unsigned int i;

	for (i = 0; i < step->words.nr_ends; i++) {
		const struct replay_end *end = &step->words.ends[i];

		if (end->verb == verb && (!target || !strcmp(end->target, target)))
			return end;
	}
	return NULL;
}

/*
 * A step 'finish' is over at once if an earlier step 'block or finish' has let the actor finish.
 * With a fix it would have blocked there, and one schedule fits both kernels.
 */
static bool is_over_already(const struct replay_step *step)
{
	return step->actor->finished_or && step->actor->finished &&
	       replay_context_is_user(step->actor->context) &&
	       find_verb(step, REPLAY_VERB_finish, NULL);
}

static bool parse_actor(struct replay_step *step, const char *name)
{
	char names[REPLAY_ACTORS_MAX * REPLAY_NAME_MAX] = "";
	size_t len = 0;
	unsigned int i;

	step->actor = replay_actor_named(name, strlen(name));
	if (step->actor && step->words.turn) {
		if (replay_context_is_user(step->actor->context))
			return wrong("'%s' has no turns: it is no actor of the kernel", name);
		if (step->actor->turns > step->words.turn ||
		    (step->actor->turns == step->words.turn && step->actor->finished))
			return wrong("turn %u of '%s' is over already", step->words.turn, name);
	}
	if (step->actor)
		return !step->actor->finished || is_over_already(step) ||
		       !replay_context_is_user(step->actor->context) ||
		       wrong("'%s' has finished already", name);
	for (i = 0; i < replay_nr_actors; i++)
		len += scnprintf(names + len, sizeof(names) - len, " %s", replay_actors[i].name);
	return wrong("no actor is named '%s'; the actors are:%s", name, names);
}

/* A label with a colon is one of the program, and is not known before an actor passes it. */
static bool find_label(const char *label)
{
	char labels[sizeof(replay_problem)] = "";

	if (*label == ':' || replay_label_exists(label))
		return true;
	replay_labels_print(labels, sizeof(labels));
	return wrong("no label of this kernel is named '%s'; its labels are:%s", label, labels);
}

/* If the step enters a place that is no function to be patched, gdb stops the actor there. */
static bool find_function(struct replay_step *step, const struct replay_end *end)
{
	const char *target = end->target;
	int error;

	if (end->verb == REPLAY_VERB_enter && !replay_access_place(target))
		return true;
	error = replay_function(target);
	if (!error)
		return true;
	if (end->verb == REPLAY_VERB_enter && !boot_schedule[0]) {
		if (step->place[0])
			return wrong("'%s' and '%s': gdb finds one place a step", step->place,
				     target);
		strcpy(step->place, target);
		return true;
	}
	if (strchr(target, ':'))
		return end->verb == REPLAY_VERB_enter ?
			       wrong("only gdb finds the source line '%s': run without --direct",
				     target) :
			       wrong("'leave' takes a function, and '%s' is a source line", target);
	if (error == -ENXIO)
		return wrong(
			"only gdb can stop at '%s', which is notrace or assembler: run without --direct",
			target);
	return wrong(
		"%s is no function or location of this kernel, or it is inlined wherever it is called",
		target);
}

static bool find_end(struct replay_step *step, const struct replay_end *end)
{
	switch (end->verb) {
	case REPLAY_VERB_reach:
	case REPLAY_VERB_park:
		return find_label(end->target);
	case REPLAY_VERB_enter:
	case REPLAY_VERB_leave:
		return find_function(step, end);
	default:
		return true;
	}
}

/* Parses a step. Returns false if it is none; then replay_problem says why. */
static bool parse(struct replay_step *step, const char *request)
{
	struct replay_wrong why;
	unsigned int i;

	replay_problem[0] = '\0';
	step->place[0] = '\0';
	step->parks = false;
	if (replay_step_parse(&step->words, request, &why))
		return wrong("%s", why.text);
	if (!parse_actor(step, step->words.actor))
		return false;
	for (i = 0; i < step->words.nr_ends; i++)
		if (!find_end(step, &step->words.ends[i]))
			return false;
	return true;
}

/* The end of the step in progress with @verb and @target; NULL as @target: any. */
static const struct replay_end *end_of_step(const struct replay_actor *actor, enum replay_verb verb,
					    const char *target)
{
	if (replay_step.actor != actor || actor->turns < replay_step.words.turn)
		return NULL;
	return find_verb(&replay_step, verb, target);
}

/*
 * Answers a request that is no step: "stacks", or "? STEP", which asks whether this could be the
 * next step. The answer is in replay_problem and replay_asked_about.
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

/* gdb may write no request: a user at its prompt may continue the guest without a step. */
static void ask(void)
{
	do {
		ask_once();
	} while (answered() || (replay_prompt && !replay_request[0]));
}

/* gdb sets a breakpoint where the step enters, or writes that there is no such place. */
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
	const struct replay_end *end;

again:
	replay_step.actor = NULL;
	ask();
	if (!replay_request[0])
		replay_broken(
			"no director: replay_schedule= is not set and no debugger is attached");

	/* gdb reports an error, such as a failed assertion. */
	if (replay_request[0] == '!')
		replay_broken("%s", replay_request + 2);

	replay_step.number++;
	replay_turn++;
	strscpy(replay_step.text, replay_request, sizeof(replay_step.text));
	replay_trace(NULL, REPLAY_EVENT_step, "%u %s", replay_step.number, replay_request);
	replay_step_locks(replay_step.number);
	if (!strcmp(replay_request, "end")) {
		replay_free = true;
		replay_release_all();
		replay_defer_release();
		wake_up(&replay_wait);
		return;
	}

	if (!parse(&replay_step, replay_request))
		replay_broken("%s", replay_problem);
	if (is_over_already(&replay_step)) {
		replay_step.over_by = REPLAY_VERB_finish;
		goto again;
	}
	if (replay_step.place[0])
		ask_for_place();
	end = end_of_step(replay_step.actor, REPLAY_VERB_leave, NULL);
	if (end)
		replay_leave(replay_step.actor, end->target);
	replay_let(replay_step.actor);
}

/* Undo the jump that gdb wrote, if the actor did not come there. */
static void forget_place(void)
{
	if (!replay_place_address)
		return;
	replay_make_text_writable();
	memcpy((void *)replay_place_address, &replay_place_code, PLACE_SIZE);
	replay_place_address = 0;
}

/*
 * The step of @actor has ended by @verb: ask for the next one. This does not sleep: the actor of
 * the next step runs once the caller sleeps.
 */
static void step_over(struct replay_actor *actor, enum replay_verb verb)
{
	bool inside = replay_inside;

	replay_inside = true;
	forget_place();
	replay_leave_forget(actor);
	replay_park_forget();
	replay_step.over_by = verb;
	actor->let = false;
	next_step();
	replay_inside = inside;
}

/*
 * The actor is where its step ends: ask for the next step, and hold the actor if that names
 * another.
 */
static void stop_here(struct replay_actor *actor, enum replay_verb verb)
{
	char why[128];

	step_over(actor, verb);
	if (actor->let)
		return;

	if (replay_atomic(why, sizeof(why)))
		replay_broken(
			"cannot hold '%s' at '%s', where it must not sleep: %s; let '%s' itself go on from there, or hold it elsewhere",
			actor->name, actor->at, why, actor->name);
	replay_trace(actor, REPLAY_EVENT_held, "%s", actor->at);
	replay_keep(actor, REPLAY_HELD);
}

static void pass(struct replay_actor *actor, const char *label, unsigned int passes)
{
	bool reached = actor->let && end_of_step(actor, REPLAY_VERB_reach, label);

	replay_trace_facts(actor, reached ? REPLAY_EVENT_reach : REPLAY_EVENT_pass);
	if (reached) {
		stop_here(actor, REPLAY_VERB_reach);
		return;
	}
	if (actor->let && end_of_step(actor, REPLAY_VERB_park, label))
		replay_step.parks = true;
	if (!actor->let || !replay_step.parks || replay_step.actor != actor)
		return;
	if (replay_in_atomic())
		replay_park_at_next_call();
	else
		stop_here(actor, REPLAY_VERB_park);
}

static void come_to(struct replay_actor *actor, const char *function, enum replay_verb verb)
{
	strscpy(actor->at, function, sizeof(actor->at));
	memset(actor->facts, 0, sizeof(actor->facts));
	replay_trace(actor, verb == REPLAY_VERB_leave ? REPLAY_EVENT_leave : REPLAY_EVENT_enter,
		     "%s", actor->at);
	stop_here(actor, verb);
}

/* Returns true if the step of the actor ends here, once it is let again. */
static bool enter(struct replay_actor *actor, const char *function)
{
	if (!actor->let || !end_of_step(actor, REPLAY_VERB_enter, function))
		return false;
	come_to(actor, function, REPLAY_VERB_enter);
	return true;
}

static void leave(struct replay_actor *actor, const char *function)
{
	if (actor->let && end_of_step(actor, REPLAY_VERB_leave, function))
		come_to(actor, function, REPLAY_VERB_leave);
}

static bool park(struct replay_actor *actor, const char *function)
{
	if (!actor->let || replay_step.actor != actor || !replay_step.parks)
		return false;
	come_to(actor, function, REPLAY_VERB_park);
	return true;
}

void replay_place(void);
asmlinkage void replay_placed(void);

/* Called by replay_place(): the actor is about to execute the instruction that the step names. */
void replay_placed(void)
{
	struct replay_actor *actor = replay_actor_of(current);
	char place[REPLAY_NAME_MAX];

	strcpy(place, replay_step.place);
	forget_place();
	if (actor)
		enter(actor, place);
}

static void sleep(struct replay_actor *actor)
{
	if (!end_of_step(actor, REPLAY_VERB_sleep, NULL))
		return;

	replay_trace_sleep(actor, REPLAY_EVENT_sleep);
	step_over(actor, REPLAY_VERB_sleep);
}

/* After the schedule no turn is held. */
static bool keeps_turns(void)
{
	return !replay_free;
}

static bool due(struct replay_actor *actor)
{
	return false;
}

static bool wake(struct replay_actor *actor)
{
	return false;
}

static void finish(struct replay_actor *actor)
{
	replay_trace(actor, REPLAY_EVENT_finish, NULL);
	/* Whoever dies during the step of another is no matter of that. */
	if (!replay_free && !(actor->dies && replay_step.actor != actor)) {
		/* The step ends in a later turn, which may be due already. */
		if (actor->turns < replay_step.words.turn && replay_step.actor == actor) {
			replay_let(actor);
			return;
		}
		if (!end_of_step(actor, REPLAY_VERB_finish, NULL))
			replay_broken(
				"'%s' finished, and the step was to end before%s", actor->name,
				actor->forked ?
					"; its child is an actor only if the scenario has CHILD(NAME), and the child calls become()" :
					"");
		actor->finished_or = replay_step.words.nr_ends > 1;
		step_over(actor, REPLAY_VERB_finish);
		if (!actor->let && !actor->exited && replay_context_is_user(actor->context))
			replay_keep(actor, REPLAY_HELD);
	}
	wake_up(&replay_wait);
}

/* If no actor has run in so many rounds, the turn that was let is not going to come. */
#define TURN_PATIENCE 20

/* Whose work item is not over, and before that of @actor on an ordered workqueue. NULL: nobody's. */
static const struct replay_actor *one_before(const struct replay_actor *actor)
{
	const struct replay_actor *other;

	for (other = replay_actors; actor->queued && other < replay_actors + replay_nr_actors;
	     other++)
		if (other != actor && other->queue == actor->queue &&
		    (other->task || other->due || other->coming))
			return other;
	return NULL;
}

static void wait_for_turn(const struct replay_actor *actor)
{
	static unsigned int number, times;
	const struct replay_actor *before = one_before(actor);
	char threads[sizeof(replay_problem)] = "";

	if (number != replay_step.number)
		times = 0;
	number = replay_step.number;
	if (++times < TURN_PATIENCE)
		return;
	if (replay_context_is_user(actor->context))
		replay_broken("'%s' is let, and nobody has become it", actor->name);
	if (actor->exited)
		replay_broken("'%s' is let, and has exited", actor->name);
	if (actor->context == REPLAY_CONTEXT_kthread && !actor->task) {
		replay_kthreads_print(threads, sizeof(threads));
		replay_broken(
			"'%s' is let, and no kernel thread is named '%s'; the kernel threads are:%s",
			actor->name, actor->target, threads);
	}
	if (before)
		replay_broken(
			"'%s' is let, and no turn of it comes: its work item is queued behind that of '%s', which is not over; let '%s' finish first",
			actor->name, before->name, before->name);
	replay_broken(
		"'%s' is let, and no turn of it comes: nothing has %s '%s'%s in %llu s of the guest's time%s%s",
		actor->name, actor->task ? "woken" : "made", actor->target,
		actor->task ? "" : " run", (replay_now() - actor->since) / NSEC_PER_SEC,
		actor->undone[0] ? "; one that was due was taken back " : "", actor->undone);
}

/*
 * Lets who was killed while it was held go on to its death: others of its process wait for that, as a core
 * dump does. Until nobody else goes on, it is held as one that is not killed. False: there is none.
 */
static bool let_killed(void)
{
	struct replay_actor *actor;
	bool any = false;

	for (actor = replay_actors; actor < replay_actors + replay_nr_actors; actor++) {
		if (!replay_context_is_user(actor->context) || !actor->task || actor->finished ||
		    actor->let || actor->state == REPLAY_RUNNABLE ||
		    !fatal_signal_pending(actor->task))
			continue;
		/* A later step that lets it finish is over at once. */
		actor->dies = actor->finished_or = true;
		replay_let(actor);
		any = true;
	}
	return any;
}

/* No actor has run, and none is going to. */
static bool idle(void)
{
	struct replay_actor *actor = replay_step.actor;
	const struct replay_end *blocks;

	if (!actor) {
		if (replay_has_each_task())
			return true;
		replay_stuck();
	}
	blocks = end_of_step(actor, REPLAY_VERB_block, NULL);
	/* A kernel thread has a task between two turns, too. */
	if (!actor->task || (actor->finished && !blocks)) {
		wait_for_turn(actor);
		return false;
	}
	if (!blocks && let_killed())
		return false;
	if (!blocks)
		replay_broken("'%s' sleeps, and nothing but another actor can wake it",
			      actor->name);

	replay_trace_sleep(actor, REPLAY_EVENT_block);
	step_over(actor, REPLAY_VERB_block);
	return false;
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

/* Lets gdb look at the actors before the guest ends. */
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
	.leave = leave,
	.park = park,
	.sleep = sleep,
	.keeps_turns = keeps_turns,
	.due = due,
	.wake = wake,
	.finish = finish,
	.idle = idle,
	.where = where,
	.over = over,
};
