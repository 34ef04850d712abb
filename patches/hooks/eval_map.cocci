// How an event prints is told to user space with the values of its enums in place of their
// names, which takes a quarter of the time in which a kernel with many events boots. It is
// never asked for.
// Needed-for: eval_map_work_func
// File: kernel/trace/trace.c
@@
expression E;
@@
eval_map_work_func(...)
{
...
(
- trace_insert_eval_map(NULL, E, ...);
|
- trace_event_update_with_eval_map(NULL, E, ...);
)
}
