// Unwind a stack by its frame pointers only. Earlier calls left other words between the frames,
// which depend on what the host did meanwhile. To look at each word takes a third of the boot of a
// kernel with KASAN, since KASAN saves a stack for each object. A return address that replay has
// replaced is reported as it was.
// File: arch/um/kernel/stacktrace.c
@@
identifier ops, data, sp, bp, frame, reliable;
symbol addr;
statement S;
@@
dump_trace(..., const struct stacktrace_ops *ops, void *data)
{
...
- int reliable = 0;
...
frame = (struct stack_frame *)bp;
- while (((long)sp & (THREAD_SIZE-1)) != 0) S
+ bp = (unsigned long)sp;
+ while ((unsigned long)frame >= bp && (((unsigned long)(frame + 1) - 1) ^ (unsigned long)sp) < THREAD_SIZE) {
+	addr = replay_return_of(&frame->return_address, READ_ONCE_NOCHECK(frame->return_address));
+	if (!__kernel_text_address(addr))
+		break;
+	ops->address(data, addr, 1);
+	bp = (unsigned long)(frame + 1);
+	frame = READ_ONCE_NOCHECK(frame->next_frame);
+ }
...
}
