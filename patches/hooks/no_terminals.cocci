// SPDX-License-Identifier: GPL-2.0
// A guest has one console, and no terminal. The command line says 'con=null' for the others; a
// kernel without that kind of channel must not complain of each.
// File: arch/um/drivers/stdio_console.c
@@
expression lines, i, s, opts, error;
statement S;
@@
- if (setup_one_line(lines, i, s, opts, error))
+ if (strcmp(s, "null") && setup_one_line(lines, i, s, opts, error))
S
