/* SPDX-License-Identifier: GPL-2.0 */
/* Shared by the guest's init and the program that it starts. */
#ifndef INIT_H
#define INIT_H

/*
 * Opens /proc/replay/control. Each thread opens it for itself, so that actors share no data there.
 */
void open_control(void);

/* Sends one command (abi/control.h). Returns 0, or -1 and errno. */
int ask_control(const char *line);

/* Ends the guest, whatever privileges the caller has by now. */
void __attribute__((noreturn)) power_off(void);

/* Opens /proc/replay/results; to be called before any result is written. */
void open_results(void);

/* Makes each task that begins from here on an actor; the caller is the first. */
void each_task_is_actor(void);

/* Runs the whole scenario, in the calling process. */
void __attribute__((noreturn)) play_scenario(void);

#endif /* INIT_H */
