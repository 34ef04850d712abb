// SPDX-License-Identifier: GPL-2.0
/* Two actors take two locks, each in its own order. */
#include "scenario.h"

#include <pthread.h>

static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t second = PTHREAD_MUTEX_INITIALIZER;

static void up(void)
{
	pthread_mutex_lock(&first);
	at_point("has_first");
	pthread_mutex_lock(&second);
}

static void down(void)
{
	pthread_mutex_lock(&second);
	at_point("has_second");
	pthread_mutex_lock(&first);
}

static void check(void)
{
	ok(true, "the actors came to their end");
}

const struct scenario scenario = {
	.actors = { ACTOR(up), ACTOR(down) },
	.check = check,
};
