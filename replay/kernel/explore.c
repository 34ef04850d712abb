// SPDX-License-Identifier: GPL-2.0
/*
 * Explore: the director of an exploration. The host sends one schedule prefix after another, all
 * in one boot. A prefix says which actor to let at each scheduling point. The scheduling points
 * are the begin, each point that the command line chooses, and where an actor goes to sleep or
 * finishes. Behind the prefix a policy chooses; instead of a prefix, the host can send words that
 * select a policy.
 *
 * The sink gets the same events as in a run. It also gets each choice, and which transitions
 * depend on each other (abi/events.h). A transition has the number of the choice with which it
 * begins, from 1.
 */
#include <linux/bitops.h>
#include <linux/errno.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/reboot.h>
#include <linux/sched.h>
#include <linux/string.h>
#include <linux/timer.h>

#include <os.h>

#include "accesses.h"
#include "actors.h"
#include "calls.h"
#include "context.h"
#include "dependence.h"
#include "diagnose.h"
#include "director.h"
#include "mm.h"
#include "points.h"
#include "policy.h"
#include "program.h"
#include "sink.h"
#include "turns.h"

/* Names, with commas between, from a file descriptor of the host: the command line has not the room. */
static int points_fd = -1;
core_param(replay_points, points_fd, int, 0);

/* An actor that passes a label more often in one execution is in a loop that does not end. */
static unsigned int passes_max = 50;
core_param(replay_passes, passes_max, uint, 0);
static unsigned int user_passes; /* of all labels of the program in the guest */

static char chosen_points[REPLAY_POINTS_TEXT_MAX + 1];
static char *points[REPLAY_POINTS_MAX];
static unsigned int nr_points;

static char prefix[REPLAY_PREFIX_MAX + 1]; /* a character for each choice, or words for a policy */
static unsigned int prefix_length;
static const struct replay_policy *policy;

static bool has_asked; /* the guest has asked for a prefix in this boot */
static unsigned int nr_choices; /* made so far; also the number of the transition in progress */
static struct replay_actor *running; /* the actor that was let last */

static void read_points(void)
{
	char *rest = chosen_points, *name;
	int len = 0;

	if (points_fd >= 0)
		len = os_read_file(points_fd, chosen_points, sizeof(chosen_points));
	if (len < 0 || len == sizeof(chosen_points))
		replay_broken("the names of the points that are chosen have no end (%d)", len);
	while ((name = strsep(&rest, ","))) {
		if (!*name)
			continue;
		if (nr_points == REPLAY_POINTS_MAX)
			replay_broken("more than %d points are chosen", REPLAY_POINTS_MAX);
		/* An error is fine: the name may be a label instead. */
		if (replay_access_place(name))
			replay_function(name);
		points[nr_points++] = name;
	}
}

/* Without chosen points, each label is one. */
static bool is_chosen(const char *name)
{
	unsigned int i;

	if (!nr_points)
		return true;
	for (i = 0; i < nr_points; i++)
		if (!strcmp(points[i], name))
			return true;
	return false;
}

static void choose_policy(void)
{
	static const struct replay_policy *const policies[] = {
		&replay_policy_random,
		&replay_policy_pct,
		&replay_policy_in_turn,
	};
	unsigned int i = 0;

	while (!policies[i]->begin(prefix))
		i++;
	policy = policies[i];
	if (policy != &replay_policy_in_turn)
		prefix_length = 0;
}

static int read_prefix(void)
{
	int len = replay_sink_ask(prefix, sizeof(prefix) - 1);

	if (len <= 0)
		return -ENODATA;
	prefix[len] = '\0';
	/* A prefix ends with a new line, so that it may be empty. */
	if (prefix[len - 1] != '\n')
		replay_broken("a prefix is longer than %d choices", REPLAY_TRANSITIONS_MAX);
	prefix_length = len - 1;
	replay_sink_begin();
	replay_search(NULL, REPLAY_SEARCH_prefix, REPLAY_PREFIX_FORMAT, prefix_length);
	choose_policy();
	return 0;
}

static bool has_exited(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (replay_actors[i].exited && replay_actors[i].context != REPLAY_CONTEXT_process)
			return true;
	return false;
}

/*
 * Sends the rest of the last execution's record, and gets the next prefix. The whole guest
 * stands still until the host answers.
 */
static int next(void)
{
	unsigned int i;
	int error;

	replay_sink_flush();
	/*
	 * The kernel reports an error only once, and an actor that has exited does not come again.
	 */
	if (has_asked && (replay_complained() || has_exited()))
		machine_power_off();
	replay_came = false;
	if (!has_asked) {
		has_asked = true;
		replay_sink_boot();
		read_points();
	}
	error = read_prefix();
	if (error)
		return error;
	nr_choices = 0;
	user_passes = 0;
	replay_labels_reset();
	replay_lifetime_begin();
	for (i = 0; i < replay_nr_actors; i++) {
		replay_actors[i].finished = !replay_context_is_user(replay_actors[i].context) ||
					    replay_actors[i].exited;
		replay_actors[i].nr_calls = 0;
		strcpy(replay_actors[i].at, "start");
	}
	return 0;
}

static void begin_transition(const struct replay_actor *actor)
{
	if (nr_choices == REPLAY_TRANSITIONS_MAX)
		replay_broken("no end after %u choices: a livelock, or too many points",
			      REPLAY_TRANSITIONS_MAX);
	replay_program_transition_begin();
	replay_transition_begin(nr_choices, actor - replay_actors);
}

#define NUMBERS_MAX 64 /* in a line */

/* Reports on which others the transition that has ended depends; on all, if that is not known. */
static void end_transition(void)
{
	char line[6 * NUMBERS_MAX + 1];
	const unsigned long *on;
	unsigned int other, nr = 0;
	size_t len = 0;

	replay_unwatch();
	on = replay_transition_end(replay_program_transition_end(running - replay_actors));
	if (!on) {
		replay_search(running, REPLAY_SEARCH_depend, "*");
		return;
	}
	BUILD_BUG_ON(REPLAY_TRANSITIONS_MAX > 99999);
	for_each_set_bit(other, on, REPLAY_TRANSITIONS_MAX) {
		len += scnprintf(line + len, sizeof(line) - len, "%s%u", len ? " " : "", other);
		if (++nr % NUMBERS_MAX)
			continue;
		replay_search(running, REPLAY_SEARCH_depend, "%s", line);
		len = 0;
	}
	if (len)
		replay_search(running, REPLAY_SEARCH_depend, "%s", line);
}

/* The mask of the actors that @are so. */
static unsigned long mask_of(bool (*are)(const struct replay_actor *actor))
{
	unsigned long mask = 0;
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (are(&replay_actors[i]))
			mask |= 1UL << i;
	return mask;
}

/* It would go on if it were let. */
static bool is_enabled(const struct replay_actor *actor)
{
	return !actor->finished && replay_awake(actor);
}

static unsigned long enabled(void)
{
	return mask_of(is_enabled);
}

/* A timer wakes it. */
static bool is_timed(const struct replay_actor *actor)
{
	return !actor->finished && actor->timed;
}

/* Nothing of it is due. A timer may bring a turn: its own, of delayed work, or one that wakes a thread. */
static bool may_come(const struct replay_actor *actor)
{
	switch (actor->context) {
	case REPLAY_CONTEXT_kthread:
		return actor->finished && actor->task && !actor->exited;
	case REPLAY_CONTEXT_work:
	case REPLAY_CONTEXT_timer:
	case REPLAY_CONTEXT_hrtimer:
		return actor->finished && actor->entry;
	default:
		return false;
	}
}

static unsigned int chosen(const struct replay_choice *choice)
{
	if (choice->number < prefix_length)
		return prefix[choice->number] - REPLAY_PREFIX_ACTOR;
	return policy->choose(choice);
}

static void tell_choice(enum replay_choice_kind kind, const struct replay_actor *actor,
			unsigned long mask, unsigned int let)
{
	replay_search(actor, REPLAY_SEARCH_choice, REPLAY_CHOICE_FORMAT, replay_choice_word(kind),
		      mask, let, actor ? actor->at : "-");
}

/* Chooses the actor to let, from those in @mask. */
static struct replay_actor *choose(enum replay_choice_kind kind, const struct replay_actor *actor,
				   unsigned long mask)
{
	struct replay_choice choice = {
		.number = nr_choices,
		.me = actor ? actor - replay_actors : 0,
		.enabled = mask,
		.others = actor ? mask & ~(1UL << (actor - replay_actors)) : mask,
		.at_point = kind == REPLAY_CHOICE_point,
	};
	unsigned int let;

	if (nr_choices)
		end_transition();
	let = chosen(&choice);
	nr_choices++;
	tell_choice(kind, actor, mask, let);
	if (let >= REPLAY_ACTORS_MAX || !(mask & 1UL << let)) {
		replay_search(actor, REPLAY_SEARCH_diverged, NULL);
		replay_broken(
			"choice %u of the prefix is actor %u, which is not enabled: the state is not "
			"the one in which the prefix was derived",
			nr_choices, let);
	}
	begin_transition(&replay_actors[let]);
	return &replay_actors[let];
}

static void begin(void)
{
	unsigned int i;

	replay_mm_begin();
	replay_free = true;
	replay_turn++;
	for (i = 0; i < replay_nr_actors; i++)
		replay_search(&replay_actors[i], REPLAY_SEARCH_actor, REPLAY_ACTOR_FORMAT, i);
	replay_dependence_begin();
	replay_program_begin();
	running = choose(REPLAY_CHOICE_begin, NULL, enabled());
	replay_let(running);
}

static void hand_over(struct replay_actor *to)
{
	running->let = false;
	running = to;
	replay_let(to);
}

/* In this time, everything that is queued, raised or armed for now becomes due. */
#define SETTLE 2 /* jiffies */

static void settled(struct timer_list *unused)
{
	replay_let(running);
}

static DEFINE_TIMER(settling, settled);

/*
 * If there are actors of the kernel, an actor at a point is held there for a while. On another
 * processor, their turns would come meanwhile. Each turn that comes is held, and becomes enabled.
 */
static void settle(struct replay_actor *actor)
{
	if (!replay_kernel_acts())
		return;
	mod_timer(&settling, jiffies + SETTLE);
	actor->let = false;
	replay_keep(actor, REPLAY_HELD);
}

static void scheduling_point(struct replay_actor *actor)
{
	char why[128];
	struct replay_actor *let;

	/* Where the actor must not sleep, no other actor can run. */
	if (!actor->let || replay_atomic(why, sizeof(why)))
		return;
	settle(actor);
	/* Time may pass while this actor is held; then a timer brings what waits for one. */
	let = choose(REPLAY_CHOICE_point, actor,
		     enabled() | mask_of(is_timed) | mask_of(may_come) |
			     1UL << (actor - replay_actors));
	if (let == actor)
		return;
	hand_over(let);
	replay_trace(actor, REPLAY_EVENT_held, "%s", actor->at);
	replay_keep(actor, REPLAY_HELD);
}

static void pass(struct replay_actor *actor, const char *label, unsigned int passes)
{
	replay_trace_facts(actor, REPLAY_EVENT_pass);
	if (passes > passes_max || (*label == ':' && ++user_passes > passes_max))
		replay_broken("livelock: '%s' is passed again and again", label);
	if (is_chosen(label))
		scheduling_point(actor);
}

static bool enter(struct replay_actor *actor, const char *function)
{
	strscpy(actor->at, function, sizeof(actor->at));
	replay_trace(actor, REPLAY_EVENT_enter, "%s", actor->at);
	scheduling_point(actor);
	return true;
}

static void sleep(struct replay_actor *actor)
{
	unsigned long mask = enabled();
	struct replay_actor *let;

	replay_trace_sleep(actor, REPLAY_EVENT_sleep);
	/*
	 * A device, a timer, a worker or a grace period may wake it: time passes while nobody
	 * runs. If nothing wakes it, the execution is infeasible.
	 */
	if (mask)
		mask |= 1UL << (actor - replay_actors);
	if (!mask)
		return;
	let = choose(REPLAY_CHOICE_sleep, actor, mask);
	if (let != actor)
		hand_over(let);
}

/*
 * A turn comes. If the running actor sleeps, this is a choice: the turn begins now, or it is late,
 * and the running actor is woken first. If the running actor runs, the turn is held, and is enabled
 * at the next scheduling point.
 */
static bool due(struct replay_actor *actor)
{
	unsigned long us = 1UL << (actor - replay_actors) | 1UL << (running - replay_actors);

	/* One of the kernel's that is let, and has not come, is waited for. */
	if (running->finished && !running->let)
		us = 1UL << (actor - replay_actors);
	else if (replay_awake(running))
		return false;
	if (choose(REPLAY_CHOICE_sleep, running, us) != actor)
		return false;
	hand_over(actor);
	return true;
}

/* A woken actor goes on if the running one sleeps. */
static bool wake(struct replay_actor *actor)
{
	unsigned int me = actor - replay_actors;

	if (!replay_context_is_user(actor->context))
		return due(actor);
	if (replay_awake(running) && !running->finished)
		return false;
	end_transition();
	tell_choice(REPLAY_CHOICE_wake, actor, 1UL << me, me);
	nr_choices++;
	begin_transition(actor);
	hand_over(actor);
	return true;
}

/* Turns that come after the program's actors have finished are no part of the execution. */
static bool keeps_turns(void)
{
	return !replay_program_finished();
}

/* No actor is enabled. */
static void end(const struct replay_actor *actor)
{
	end_transition();
	tell_choice(REPLAY_CHOICE_finish, actor, 0, 0);
}

/* Returns when the actor is let in the next execution. */
static void finish(struct replay_actor *actor)
{
	unsigned long mask;

	replay_unwatched(wake_up(&replay_wait));
	mask = enabled();
	replay_trace(actor, REPLAY_EVENT_finish, NULL);
	actor->let = false;
	if (mask) {
		hand_over(choose(REPLAY_CHOICE_finish, actor, mask));
	} else {
		end(actor);
	}
	if (!actor->exited && replay_context_is_user(actor->context))
		replay_keep(actor, REPLAY_HELD);
}

/* Time has passed, and no actor runs. */
static bool idle(void)
{
	unsigned long mask = enabled();

	if (!mask) {
		if (!replay_has_each_task())
			replay_stuck();
		end(running);
		return true;
	}
	replay_search(running, REPLAY_SEARCH_infeasible, NULL);
	hand_over(&replay_actors[__ffs(mask)]);
	return false;
}

static void where(char *buf, size_t size)
{
	buf[0] = '\0';
}

static void over(void)
{
}

const struct replay_director replay_explore = {
	.next = next,
	.begin = begin,
	.pass = pass,
	.enter = enter,
	.sleep = sleep,
	.keeps_turns = keeps_turns,
	.due = due,
	.wake = wake,
	.finish = finish,
	.idle = idle,
	.where = where,
	.over = over,
};
