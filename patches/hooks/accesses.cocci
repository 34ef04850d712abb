// SPDX-License-Identifier: GPL-2.0
// What is done in assembler: atomic operations, which look at what they change, and
// copies from and to user space.
// Optional: without it exploring leaves out less, or what it should not.
// File: include/linux/instrumented.h
@@
identifier function =~ "atomic|read_write";
expression object, size;
@@
function(...)
{
<...
kasan_check_write(object, size);
+ replay_access(object, size, false);
+ replay_access(object, size, true);
...>
}

@@
identifier function !~ "atomic|read_write";
expression object, size;
@@
function(...)
{
<...
kasan_check_write(object, size);
+ replay_access(object, size, true);
...>
}

@@
expression object, size;
@@
kasan_check_read(object, size);
+ replay_access(object, size, false);
