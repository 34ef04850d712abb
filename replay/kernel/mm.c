// SPDX-License-Identifier: GPL-2.0
/*
 * Memory management: whatever an actor does, it takes and gives back memory. What that leaves must
 * neither make transitions dependent, nor change the next execution.
 */
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/mmzone.h>
#include <linux/swap.h>
#include <linux/vmstat.h>

#include "mm.h"

/* Is this one of the atomic counters whose values only /proc shows? Context: Any. */
bool replay_mm_counts(unsigned long address)
{
#define within(object) (address - (unsigned long)&(object) < sizeof(object))
	struct pglist_data *node = NODE_DATA(0);
	unsigned int i;

	if (within(vm_zone_stat) || within(vm_node_stat) || within(node->vm_stat) ||
	    within(vm_committed_as))
		return true;
	for (i = 0; i < MAX_NR_ZONES; i++)
		if (within(node->node_zones[i].vm_stat))
			return true;
	return false;
#undef within
}

/*
 * An execution begins. The number of pages in the LRU batches would depend on the one before.
 * Context: Any.
 */
void replay_mm_begin(void)
{
	lru_add_drain();
}
