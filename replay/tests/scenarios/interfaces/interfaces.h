/* SPDX-License-Identifier: GPL-2.0 */
#ifndef INTERFACES_H
#define INTERFACES_H

#include <stdbool.h>

/* What the actors do of it, and what is to come out. A case of the schedule names one. */
struct interface {
	const char *name;
	void (*setup)(void);
	void (*one)(void);
	void (*other)(void);
	void (*apart)(void); /* in a process of its own */
	void (*check)(void);
};

extern const struct interface uring, bpf_maps, bpf_refused, keys, events, no_event, apart_net,
	no_pids, killed, no_controller, faults, far, fuse;

#endif /* INTERFACES_H */
