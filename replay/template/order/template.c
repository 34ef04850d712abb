// SPDX-License-Identifier: GPL-2.0
/*
 * A file is written to in the middle of a read of it.
 *
 * The first line above is what 'make list' says. Then: which commit or mail, as
 * <12-hex> ("subject"); what the race is; and its limits, what this does not show.
 *
 * This one is true, and no bug: a read takes one page after the other, and no lock
 * for all of them. It sees the first page from before the write, and the second from
 * after it.
 */
#include "file.h" /* a file in tmpfs; see replay/guest/ for what else there is */
#include "scenario.h"

#include <string.h>
#include <unistd.h>

static int fd;
static char seen[2 * PAGE];
static long length;

/*
 * Before the actors: everything that is not the race. Where orders are explored it is done
 * before each; what it makes by itself is undone by a function that it names to at_end().
 */
static void setup(void)
{
	fd = tmpfs_file(2, 'a');
}

/*
 * An actor's part is an ordinary function, run in a thread of its own. Where no point
 * of the kernel will do, at_point("name") is one of its own: 'reach :name'.
 */
static void reader(void)
{
	length = pread(fd, seen, sizeof(seen), 0);
}

static void writer(void)
{
	char new[2 * PAGE];

	memset(new, 'b', sizeof(new));
	/* What the scenario itself needs, and has not got, is BROKEN, and no FAIL. */
	if (pwrite(fd, new, sizeof(new), 0) != sizeof(new))
		broken("cannot write two pages");
}

/*
 * After the actors: outcome() for what was seen, which is compared with expected/;
 * ok() for what a correct kernel does. A kernel that dies, that reports something
 * wrong, or in which an actor sleeps for ever fails by itself.
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
