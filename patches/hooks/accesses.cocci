// SPDX-License-Identifier: GPL-2.0
// What is done in assembler: atomic operations, which look at what they change, and
// copies from and to user space.
// A regular expression here has no '|': spatch takes it for the letter where it was built
// without pcre, as in Debian 13.
// Optional: without it exploring leaves out less, or what it should not.
// File: include/linux/instrumented.h
@@
expression object, size;
symbol true;
@@
kasan_check_write(object, size);
+ replay_access(object, size, true);

@@
identifier function =~ "atomic";
expression object, size;
symbol true;
@@
function(...)
{
<...
kasan_check_write(object, size);
+ replay_access(object, size, false);
replay_access(object, size, true);
...>
}

@@
identifier function =~ "instrument_read_write";
expression object, size;
symbol true;
@@
function(...)
{
<...
kasan_check_write(object, size);
+ replay_access(object, size, false);
replay_access(object, size, true);
...>
}

@@
expression object, size;
@@
kasan_check_read(object, size);
+ replay_access(object, size, false);
