// SPDX-License-Identifier: GPL-2.0
// Report the accesses that assembler makes, which gcc does not instrument: atomic operations, which
// read what they change, and copies from and to user space. A regular expression here must not have
// '|': a spatch that was built without pcre, as in Debian 13, takes it for the letter.
// Optional: without it, exploring prunes less, or too much.
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
