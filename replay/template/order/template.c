// SPDX-License-Identifier: GPL-2.0
/*
 * A file is written to in the middle of a read of it.
 *
 * 'make list' prints the first line above. Replace this text by the commit or mail, as
 * <12-hex> ("subject"), by what the race is, and by its limits: what this does not show.
 *
 * This race exists, and is no bug: a read copies one page after another, and holds no
 * lock for all of them. It sees the first page from before the write, and the second
 * from after it.
 */
#include "memory.h" /* a file in memory; replay/guest/ has more such headers */
#include "scenario.h"

#include <string.h>
#include <unistd.h>

static int fd;
static char seen[2 * PAGE];
static long length;

/*
 * .setup runs before the actors, and prepares everything that is not the race. An
 * exploration calls it before each execution. It passes a function to at_end() that
 * undoes what it has made itself; file_in_memory() undoes its own.
 */
static void setup(void)
{
	fd = file_in_memory(2, 'a');
}

/*
 * An actor is an ordinary function, which runs in a thread of its own. If no point of
 * the kernel fits, at_point("name") is a label of the program: 'reach :name'.
 */
static void reader(void)
{
	length = pread(fd, seen, sizeof(seen), 0);
}

static void writer(void)
{
	char new[2 * PAGE];

	memset(new, 'b', sizeof(new));
	/* If the scenario cannot do what the race needs, that is BROKEN, not FAIL. */
	if (pwrite(fd, new, sizeof(new), 0) != sizeof(new))
		broken("cannot write two pages");
}

/*
 * .check runs after the actors. outcome() records what was seen; 'make check' compares it
 * with expected/. ok() checks what a correct kernel does. If the kernel dies or reports an
 * error, or if an actor sleeps for ever, the run fails without a check here.
 */
static void check(void)
{
	outcome("the read saw", "%c and %c", seen[0], seen[PAGE]);
	ok(length == sizeof(seen), "the read returns both pages");
	ok(seen[0] == 'a' && seen[PAGE] == 'b', "one from before the write, one from after it");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader), ACTOR(writer) },
	.check = check,
};
