// SPDX-License-Identifier: GPL-2.0
// A function that a schedule here enters, and that has one caller: gcc inlines it, since
// that makes the kernel no larger, and no option but one that breaks others forbids that.
// Optional: without it a step that enters the function is reached under gdb alone.
// File: mm/gup.c
@@
attribute name noinline;
identifier function = { faultin_page };
parameter list P;
type T;
@@
static
+ noinline
T function(P)
{
...
}
