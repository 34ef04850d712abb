// SPDX-License-Identifier: GPL-2.0
// A read of a memory cgroup's statistics flushes them first. So what it reads depends neither on
// the worker that flushes every two seconds nor on the number of updates. Reclaim decides by these
// statistics.
// Optional: without it, explorations with reclaim may differ from each other.
// Needed-for: mem_cgroup_flush_stats
// File: mm/memcontrol.c
@@
expression E;
@@
- atomic_read(&stats_flush_threshold) > E
+ (IS_ENABLED(CONFIG_REPLAY) || atomic_read(&stats_flush_threshold) > E)

@@
expression now, then;
@@
\(mem_cgroup_flush_stats_delayed\|mem_cgroup_flush_stats_ratelimited\)(...)
{
<...
- time_after64(now, then)
+ (IS_ENABLED(CONFIG_REPLAY) || time_after64(now, then))
...>
}

@@
expression E;
@@
memcg_vmstats_needs_flush(...)
{
- return E;
+ return IS_ENABLED(CONFIG_REPLAY) || (E);
}
