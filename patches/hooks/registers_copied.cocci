// SPDX-License-Identifier: GPL-2.0
// When exec or fork copies a task's register buffer, copy also the rest of the state, which does
// not fit into the buffer (replay/kernel/registers.c).
// File: arch/um/os-Linux/registers.c
// File: arch/um/kernel/process.c
@@
expression fp_regs, size;
@@
get_safe_registers(...)
{
<...
if (fp_regs)
+ {
	memcpy(fp_regs, exec_fp_regs, size);
+	replay_copy_registers(fp_regs, exec_fp_regs);
+ }
...>
}

@@
expression task, source, size;
@@
memcpy(&task->thread.regs.regs, source, size);
+ replay_copy_registers(task->thread.regs.regs.fp, current->thread.regs.regs.fp);
