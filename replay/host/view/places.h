/* SPDX-License-Identifier: GPL-2.0 */
/* Labels and functions to which actors came, counted. */
#ifndef PLACES_H
#define PLACES_H

#include "text.h"
#include "trace.h"

/* A label or function to which somebody came. */
struct place {
	const char *name;
	struct text who; /* the actors, as they came */
	unsigned long count, atomic;
};

struct places {
	struct place *places; /* by name */
	unsigned int nr;
};

void places_of(struct places *places, struct trace *trace, int argc, char **argv);
unsigned long place_held(const struct place *place);

#endif /* PLACES_H */
