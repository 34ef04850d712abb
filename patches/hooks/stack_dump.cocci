// SPDX-License-Identifier: GPL-2.0
// Do not dump the words on a stack, only the calls: what earlier calls left there depends on what
// the host did meanwhile, and says nothing about the race.
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
