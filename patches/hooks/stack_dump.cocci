// SPDX-License-Identifier: GPL-2.0
// The words on a stack, but for the calls: what earlier ones left there depends on what the
// host did meanwhile, and tells of nothing that matters.
// File: arch/um/kernel/sysrq.c
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
