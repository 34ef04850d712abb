// SPDX-License-Identifier: GPL-2.0
#include "hole.h"

#include <unistd.h>

struct hole hole;

void hole_setup(void)
{
	hole = (struct hole){};
	memory_setup();
	swap_on(256, 0);
	hole.fd = file_in_swap(&hole.map);
}

void hole_setup_full_swap(void)
{
	const unsigned long slots = 8;

	hole = (struct hole){};
	memory_setup();
	swap_on(slots, 0);
	/* Not the first and not the last: the search for a free slot leaves out the one it begins at. */
	fill_swap(slots / 2);
	hole.fd = file_in_swap(&hole.map);
	fill_swap(slots / 2 - 1);
}

void punch(void)
{
	punch_hole(hole.fd, 0, PAGE);
}

void refill_and_swap_out(void)
{
	write_page(hole.fd, 'r');
	outcome("refilled, and swapped out again", "%s", to_swap(hole.map, 1) ? "yes" : "no");
}

void truncate_file(void)
{
	if (ftruncate(hole.fd, 0))
		broken("cannot truncate a file");
}

void hole_check_access(void)
{
	const unsigned int most = 2;

	outcome("user space sees", "%s", seen(&hole.access));
	outcome("left in swap cache", "%lu", swap_cached());
	outcome("left in swap", "%lu", swap_used());
	ok(passes("swapin_lost") <= most, "swapin does not lose its entry over and over");
}

void hole_check(void)
{
	hole_check_access();
	nothing_is_lost(hole.fd);
}
