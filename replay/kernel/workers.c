// SPDX-License-Identifier: GPL-2.0
/*
 * Workers: before the first execution, each pool gets as many idle workers as the actors can keep
 * busy. So no pool creates a worker during an execution. To create one, kthreadd forks, which
 * takes time and memory, and the next execution in the same boot would find that worker idle. No
 * idle worker exits (patches/hooks/idle_workers.cocci).
 */
#include <linux/completion.h>
#include <linux/kernel.h>
#include <linux/sched.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

#include "abi/limits.h"
#include "workers.h"

/* One for each actor, one that runs what the actors have queued, and one spare. */
#define WORKERS (REPLAY_ACTORS_MAX + 2)

static struct work_struct works[WORKERS];
static DECLARE_COMPLETION(all_run);
static DECLARE_WAIT_QUEUE_HEAD(came);
static unsigned int nr_came;

static void come(struct work_struct *unused)
{
	nr_came++;
	wake_up(&came);
	wait_for_completion(&all_run);
}

static void fill(struct workqueue_struct *queue)
{
	unsigned int i;

	nr_came = 0;
	reinit_completion(&all_run);
	for (i = 0; i < WORKERS; i++) {
		INIT_WORK(&works[i], come);
		queue_work(queue, &works[i]);
	}
	wait_event(came, nr_came == WORKERS);
	complete_all(&all_run);
	for (i = 0; i < WORKERS; i++)
		flush_work(&works[i]);
}

/**
 * replay_workers_ready() - make enough idle workers in each pool
 *
 * This must come before the setup of a race: work that is pending there could run meanwhile.
 *
 * Context: Process context, sleeps.
 */
void replay_workers_ready(void)
{
	static bool ready;

	if (ready)
		return;
	ready = true;
	fill(system_wq);
	fill(system_highpri_wq);
	fill(system_unbound_wq);
}
