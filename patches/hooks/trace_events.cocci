// Create the tracefs files of events when a program mounts tracefs, not at boot. On a kernel with
// many events that takes a quarter of the boot.
// File: kernel/trace/trace.c
// File: fs/tracefs/inode.c
@@
@@
+extern int (*replay_tracefs_events)(void);
(
tracer_init_tracefs
|
tracer_init_tracefs_work_func
)
 (...)
{
...
- event_trace_init();
+ replay_tracefs_events = event_trace_init;
...
}

@@
identifier fs, flags;
@@
+int (*replay_tracefs_events)(void);
+
+static void replay_tracefs_mounted(void)
+{
+	int (*events)(void) = replay_tracefs_events;
+
+	replay_tracefs_events = NULL;
+	if (events)
+		events();
+}
trace_mount(struct file_system_type *fs, int flags, ...)
{
+	if (!(flags & SB_KERNMOUNT))
+		replay_tracefs_mounted();
...
}

@@
identifier fc;
@@
+int (*replay_tracefs_events)(void);
+
+static void replay_tracefs_mounted(void)
+{
+	int (*events)(void) = replay_tracefs_events;
+
+	replay_tracefs_events = NULL;
+	if (events)
+		events();
+}
tracefs_init_fs_context(struct fs_context *fc)
{
+	if (!(fc->sb_flags & SB_KERNMOUNT))
+		replay_tracefs_mounted();
...
}
