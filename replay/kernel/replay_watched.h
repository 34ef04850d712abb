/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The compiler includes this ahead of each watched file (uml-config/watched). It makes accesses
 * visible that gcc would not report, and hides others. The functions are in tsan.c.
 */
#ifndef _LINUX_REPLAY_WATCHED_H
#define _LINUX_REPLAY_WATCHED_H

/* gcc knows what these do, and would not say so. */
#define memset replay_memset
#define memcpy replay_memcpy
#define memmove replay_memmove

/* They are not watched, since the scheduler and timers have trees, too. */
#define rb_insert_color replay_rb_insert_color
#define rb_erase replay_rb_erase
#define __rb_insert_augmented replay___rb_insert_augmented
#define __rb_erase_color replay___rb_erase_color

/* Whoever adds to a count has no need to know who did before. */
void replay_add_1(void *count, unsigned long value);
void replay_add_2(void *count, unsigned long value);
void replay_add_4(void *count, unsigned long value);
void replay_add_8(void *count, unsigned long value);
#define raw_cpu_add_1(count, value) replay_add_1(raw_cpu_ptr(&(count)), value)
#define raw_cpu_add_2(count, value) replay_add_2(raw_cpu_ptr(&(count)), value)
#define raw_cpu_add_4(count, value) replay_add_4(raw_cpu_ptr(&(count)), value)
#define raw_cpu_add_8(count, value) replay_add_8(raw_cpu_ptr(&(count)), value)
#define this_cpu_add_1(count, value) replay_add_1(raw_cpu_ptr(&(count)), value)
#define this_cpu_add_2(count, value) replay_add_2(raw_cpu_ptr(&(count)), value)
#define this_cpu_add_4(count, value) replay_add_4(raw_cpu_ptr(&(count)), value)
#define this_cpu_add_8(count, value) replay_add_8(raw_cpu_ptr(&(count)), value)

/* FORTIFY_SOURCE would put its own functions, which gcc knows, in place of those above. */
#ifndef __NO_FORTIFY
#define __NO_FORTIFY
#endif

#endif /* _LINUX_REPLAY_WATCHED_H */
