/* SPDX-License-Identifier: GPL-2.0 */
/* What the guest's init shares with the program that it starts. */
#ifndef INIT_H
#define INIT_H

/* Each thread has a door of its own, so that actors touch nothing in common. */
void open_control(void);

/* One command (abi/control.h): 0, or -1 and errno. */
int ask_control(const char *line);

/* Ends the guest, whoever the caller has become. Nothing is left to be said. */
void __attribute__((noreturn)) power_off(void);

/* What the guest says goes there, before anything else is. */
void open_results(void);

/* Each task that begins from here on is an actor; the caller is the first. */
void each_task_is_actor(void);

/* All of a scenario, in the calling process. */
void __attribute__((noreturn)) play_scenario(void);

#endif /* INIT_H */
