// Do not replace enum names by their values in the print formats of trace events. On a kernel with
// many events that takes a quarter of the boot, and no guest reads these formats.
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
