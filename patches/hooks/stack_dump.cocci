// SPDX-License-Identifier: GPL-2.0
// What is on the stack but belongs to no call was left there by earlier ones: it depends
// on what the host did meanwhile, and tells of nothing that matters.
// File: arch/um/kernel/sysrq.c
@@
identifier data, address, reliable;
@@
_print_addr(void *data, unsigned long address, int reliable)
{
const char *loglvl = data;
+ if (!reliable)
+	return;
...
}

@@
identifier i;
expression limit;
statement S;
@@
show_stack(...)
{
...
- int i;
...
- printk("%sStack:\n", loglvl);
- for (i = 0; i < limit; i++) S
...
}
