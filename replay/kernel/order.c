// SPDX-License-Identifier: GPL-2.0
/*
 * Orders: the third director. The host explores, and gives one order after the
 * other, all in one boot: whom to let at each place of choice. Such a place is
 * the begin, a point of those that were chosen at boot, where an actor goes to
 * sleep, and where it is done. Behind what the order says, an actor goes on for as
 * long as it can, and then the first that can.
 *
 * An order "r SEED" is chosen at random. In "p SEED DEPTH" actors have priorities at
 * random, and at DEPTH choices at random whoever has run gets the lowest: a bug that
 * needs few things to happen in a certain order is found so with a known probability
 * (Burckhardt et al., "A randomized scheduler with probabilistic guarantees of finding
 * bugs", 2010).
 *
 * A guest says "b" before its first order. What came of one goes back in one message, a
 * line each:
 *
 *   a ACTOR NAME
 *   c KIND ACTOR CAN LET POINT   a place of choice: begin, point, sleep, finish, or wake
 *                                of ACTOR; the mask of those that can go on; who is let
 *   z ACTOR                      a sleep of ACTOR that is no choice, since nobody else can go on
 *   w ACTOR                      it was let to wait for a device, and nothing woke it
 *   p ACTOR LABEL FACTS          ACTOR passed it
 *   e ACTOR FUNCTION             ACTOR entered it
 *   d STRETCH...                 what was done since the last place of choice depends on these
 *                                others; each is numbered by the choice that it begins with,
 *                                from 1; '*' for all that come before
 *   l LENGTH                     of the order that it was given
 *   r TEXT                       what the guest says of the outcome
 */
#include <linux/bitops.h>
#include <linux/errno.h>
#include <linux/kallsyms.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/preempt.h>
#include <linux/reboot.h>
#include <linux/sched.h>
#include <linux/string.h>

#include <os.h>

#include "internal.h"

bool replay_exploring; /* this is the director */

/* A socket of the host that keeps messages apart. */
static int order_fd = -1;
core_param(replay_explore, order_fd, int, 0);

static char *chosen_points; /* names, with a comma between */
core_param(replay_points, chosen_points, charp, 0);

/* A label that is passed so often in one order is in a loop that does not end by itself. */
static unsigned int passes_max = 50;
core_param(replay_passes, passes_max, uint, 0);
static unsigned int user_passes; /* of all labels of the program in the guest */

static char *points[REPLAY_POINTS_MAX];
static unsigned int nr_points;

static char order[REPLAY_PREFIX_MAX + 1]; /* a digit for each choice, which begins a stretch */
static unsigned int order_length;
static unsigned int order_next; /* the choice to be made next */

#define HORIZON 64 /* choices among which priorities change */

static u64 random_state; /* 0: the order says what is chosen */
static unsigned int depth; /* 0: without priorities */
static unsigned int priorities[REPLAY_ACTORS_MAX], lowest;
static unsigned long changes; /* a bit for each choice at which they do */

static char record[REPLAY_MESSAGE_MAX];
static size_t record_length;

/* What there is no room for goes in a message of its own: the host puts them together. */
static __printf(1, 2) void note(const char *fmt, ...)
{
	va_list args;
	int len;

	if (record_length > sizeof(record) - REPLAY_LINE_MAX)
		replay_order_send();
	va_start(args, fmt);
	len = vsnprintf(record + record_length, REPLAY_LINE_MAX, fmt, args);
	va_end(args);
	if (len >= REPLAY_LINE_MAX)
		replay_broken("an event of %d bytes, and there is room for %d", len,
			      REPLAY_LINE_MAX);
	record_length += len;
}

static void parse_points(void)
{
	char *rest = chosen_points, *name;

	while (rest && (name = strsep(&rest, ","))) {
		if (!*name)
			continue;
		if (nr_points == REPLAY_POINTS_MAX)
			replay_broken("more than %d points are chosen", REPLAY_POINTS_MAX);
		/* It may be a label instead. */
		replay_function(name);
		points[nr_points++] = name;
	}
}

/* Where none is chosen each label is one. */
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

/* What has been noted leaves the guest. */
void replay_order_send(void)
{
	if (!record_length)
		return;
	os_write_file(order_fd, record, record_length);
	record_length = 0;
}

/*
 * @text may be several lines. Behind the last of an order its record leaves the guest:
 * whether the guest can undo the order is another matter.
 */
void replay_order_result(const char *text, size_t len)
{
	bool is_last = false;

	while (len) {
		size_t line = strchrnul(text, '\n') - text;

		note("r %.*s\n", (int)line, text);
		is_last |= !strncmp(text, "1..", 3) || !strncmp(text, "Bail out!", 9);
		line = min(line + 1, len);
		text += line;
		len -= line;
	}
	if (is_last)
		replay_order_send();
}

static unsigned int random_below(unsigned int limit)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return (random_state >> 32) % limit;
}

static void begin_random(void)
{
	unsigned long seed;
	unsigned int i, other;

	random_state = 0;
	depth = 0;
	if (sscanf(order, "r %lu", &seed) != 1 && sscanf(order, "p %lu %u", &seed, &depth) != 2)
		return;
	order_length = 0;
	random_state = (seed + 1) * 0x9e3779b97f4a7c15ULL;
	lowest = REPLAY_ACTORS_MAX;
	for (i = 0; i < REPLAY_ACTORS_MAX; i++) {
		other = random_below(i + 1);
		priorities[i] = priorities[other];
		priorities[other] = REPLAY_ACTORS_MAX + 1 + i;
	}
	changes = 0;
	for (i = 0; i < depth; i++)
		changes |= 1UL << random_below(HORIZON);
}

static unsigned int at_random(unsigned int me, unsigned long mask)
{
	unsigned int i, best;

	if (!depth) {
		do {
			best = random_below(REPLAY_ACTORS_MAX);
		} while (!(mask & 1UL << best));
		return best;
	}
	if (order_next < HORIZON && changes & 1UL << order_next && lowest)
		priorities[me] = --lowest;
	best = __ffs(mask);
	for_each_set_bit(i, &mask, REPLAY_ACTORS_MAX) if (priorities[i] > priorities[best])
		best = i;
	return best;
}

/**
 * replay_order() - hand back what the last order came to, and get the next
 *
 * Return: 0, -ENODEV where nobody explores, -ENODATA where there is no more.
 *
 * Context: Process context; the whole guest stands still until the host answers.
 */
int replay_order(void)
{
	unsigned int i;
	int len;

	if (order_fd < 0)
		return -ENODEV;
	replay_order_send();
	/* What it has complained of once it does not complain of again. */
	if (replay_exploring && replay_complained())
		machine_power_off();
	if (!replay_exploring) {
		replay_exploring = true;
		note("b\n");
		replay_order_send();
		parse_points();
	}
	len = os_read_file(order_fd, order, sizeof(order) - 1);
	if (len <= 0)
		return -ENODATA;
	order[len] = '\0';
	/* It ends with a new line: an order may have no choice. */
	if (order[len - 1] != '\n')
		replay_broken("an order is longer than %d choices", REPLAY_TRANSITIONS_MAX);
	order_length = len - 1;
	note("l %u\n", order_length);
	order_next = 0;
	begin_random();
	user_passes = 0;
	replay_labels_reset();
	replay_lifetime_begin();
	for (i = 0; i < replay_nr_actors; i++) {
		replay_actors[i].finished = false;
		strcpy(replay_actors[i].at, "start");
	}
	return 0;
}

static void begin_stretch(const struct replay_actor *actor)
{
	if (order_next == REPLAY_TRANSITIONS_MAX)
		replay_broken("no end after %u choices: a livelock, or too many points",
			      REPLAY_TRANSITIONS_MAX);
	replay_stretch_begin(order_next, actor - replay_actors);
}

static void end_stretch(void)
{
	const unsigned long *on = replay_stretch_end();
	unsigned int stretch;

	if (!on) {
		note("d *\n");
		return;
	}
	note("d");
	for_each_set_bit(stretch, on, REPLAY_TRANSITIONS_MAX) note(" %u", stretch);
	note("\n");
}

/* Those that would go on if they were let. */
static unsigned long able(void)
{
	unsigned long mask = 0;
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (!replay_actors[i].finished && replay_awake(&replay_actors[i]))
			mask |= 1UL << i;
	return mask;
}

/* Whom the order lets here, of the actors in @mask; without a word of it the one at a point. */
static struct replay_actor *choose(const char *kind, const struct replay_actor *actor,
				   unsigned long mask)
{
	unsigned int me = actor ? actor - replay_actors : 0;
	unsigned long others = actor ? mask & ~(1UL << me) : mask;
	unsigned int let = *kind == 'p' || !others ? me : __ffs(others);

	if (order_next)
		end_stretch();
	if (order_next < order_length)
		let = order[order_next] - '0';
	else if (random_state)
		let = at_random(me, mask);
	order_next++;
	note("c %s %u %lx %u %s\n", kind, me, mask, let, actor ? actor->at : "-");
	if (!(mask & 1UL << let))
		replay_broken("choice %u of the order is actor %u, and it cannot go on: it is not "
			      "the state in which the order was found",
			      order_next, let);
	begin_stretch(&replay_actors[let]);
	return &replay_actors[let];
}

void replay_order_begin(void)
{
	struct replay_actor *actor;
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		note("a %u %s\n", i, replay_actors[i].name);
	replay_watch();
	actor = choose("begin", NULL, able());

	replay_step.actor = actor;
	replay_let(actor);
}

static void hand_over(struct replay_actor *from, struct replay_actor *to)
{
	from->let = false;
	replay_step.actor = to;
	replay_let(to);
}

static void place_of_choice(struct replay_actor *actor)
{
	char why[128];
	struct replay_actor *let;

	/* Where it must not sleep nobody else can come in between. */
	if (!actor->let || replay_atomic(why, sizeof(why)))
		return;
	let = choose("point", actor, able() | 1UL << (actor - replay_actors));
	if (let == actor)
		return;
	hand_over(actor, let);
	replay_keep(actor, REPLAY_HELD);
}

/* Context: Any. Sleeps where the order lets another. */
void replay_order_pass(struct replay_actor *actor, const char *name,
		       const struct replay_facts *facts, unsigned int passes)
{
	note("p %td %s %lx %lx %lx %lx %lx %ld\n", actor - replay_actors, name,
	     (unsigned long)facts->page, facts->entry, (unsigned long)facts->mapping, facts->index,
	     (unsigned long)facts->object, facts->value);
	if (passes > passes_max || (*name == ':' && ++user_passes > passes_max))
		replay_broken("livelock: '%s' is passed again and again", name);
	if (is_chosen(name))
		place_of_choice(actor);
}

/* A function that is one of the points is entered. Context: Any, as for replay_order_pass(). */
void replay_order_enter(struct replay_actor *actor, const char *name)
{
	strscpy(actor->at, name, sizeof(actor->at));
	note("e %td %s\n", actor - replay_actors, name);
	place_of_choice(actor);
}

/* The actor that is let goes to sleep, in the state that it has already. */
void replay_order_sleep(struct replay_actor *actor)
{
	unsigned long mask = able();
	struct replay_actor *let;

	/* A device takes time, and time passes where nobody runs: one can wait for that. */
	if (mask && current->in_iowait)
		mask |= 1UL << (actor - replay_actors);
	if (!mask) {
		note("z %td\n", actor - replay_actors);
		return;
	}
	let = choose("sleep", actor, mask);
	if (let != actor)
		hand_over(actor, let);
}

/* An actor that is not let has been woken; true: it goes on, since whoever is let sleeps. */
bool replay_order_wake(struct replay_actor *actor)
{
	struct replay_actor *sleeper = replay_step.actor;

	if (replay_awake(sleeper) && !sleeper->finished)
		return false;
	end_stretch();
	note("c wake %td %lx %td %s\n", actor - replay_actors, 1UL << (actor - replay_actors),
	     actor - replay_actors, actor->at);
	order_next++;
	begin_stretch(actor);
	hand_over(sleeper, actor);
	return true;
}

/* Returns when the actor is let in the next order. */
void replay_order_finish(struct replay_actor *actor)
{
	unsigned long mask = able();

	actor->let = false;
	if (mask) {
		hand_over(actor, choose("finish", actor, mask));
	} else {
		end_stretch();
		note("c finish %td 0 0 finish\n", actor - replay_actors);
	}
	replay_keep(actor, REPLAY_HELD);
}

/* Time has passed, and nobody runs. */
void replay_order_stuck(void)
{
	struct replay_actor *actor = replay_step.actor;
	unsigned long mask = able();

	if (!mask)
		replay_stuck();
	note("w %td\n", actor - replay_actors);
	hand_over(actor, &replay_actors[__ffs(mask)]);
}
