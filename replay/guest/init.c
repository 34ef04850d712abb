// SPDX-License-Identifier: GPL-2.0
/*
 * The init of a guest: it starts the scenario's program and waits, so that the program is a
 * process like any other. A process that loses its parent becomes a child of init, which reaps
 * it.
 */
#include "init.h"
#include "abi/control.h"
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/reboot.h>
#include <sys/wait.h>
#include <unistd.h>

static __thread int control;

void open_control(void)
{
	control = open("/proc/replay/control", O_RDONLY);
	if (control < 0) {
		fputs("this kernel has no /proc/replay: it lacks CONFIG_REPLAY\n", stderr);
		reboot(RB_POWER_OFF);
	}
}

int ask_control(const char *line)
{
	return ioctl(control, 0, line);
}

void power_off(void)
{
	ask_control(replay_command_word(REPLAY_COMMAND_off));
	_exit(1);
}

/* The program ends the guest when it has finished. If init comes here, the program died before. */
static void wait_for(pid_t program)
{
	char line[REPLAY_COMMAND_MAX];
	int status;
	pid_t gone;

	do {
		gone = wait(&status);
	} while (gone != program && (gone > 0 || errno == EINTR));
	snprintf(line, sizeof(line), "%s %d %d", replay_command_word(REPLAY_COMMAND_gone), program,
		 status);
	ask_control(line);
	power_off();
}

int main(void)
{
	pid_t program;

	mount_type("proc", "/proc", NULL);
	open_control();
	open_results();
	mount_type("sysfs", "/sys", NULL);
	program = fork();
	if (program < 0)
		broken("cannot start the program");
	if (!program)
		play_scenario();
	wait_for(program);
}
