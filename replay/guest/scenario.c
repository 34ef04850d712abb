// SPDX-License-Identifier: GPL-2.0
/* The init of a guest: KTAP, actors, and the ways in which it ends. */
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <unistd.h>

#define STACK (64 * 1024) /* of an actor, in bytes */

static int control, results;
static unsigned int checks;

/* One write a line: the kernel passes it on as it is. */
static void result(const char *fmt, ...)
{
	char line[512];
	va_list args;
	int len;

	va_start(args, fmt);
	len = vsnprintf(line, sizeof(line) - 1, fmt, args);
	va_end(args);
	line[len++] = '\n';
	if (write(results, line, len) != len)
		reboot(RB_POWER_OFF);
}

void ok(bool is_so, const char *what, ...)
{
	char text[256];
	va_list args;

	va_start(args, what);
	vsnprintf(text, sizeof(text), what, args);
	va_end(args);
	result("%s %u %s", is_so ? "ok" : "not ok", ++checks, text);
}

void outcome(const char *name, const char *value, ...)
{
	char text[256];
	va_list args;

	va_start(args, value);
	vsnprintf(text, sizeof(text), value, args);
	va_end(args);
	result("# outcome %s: %s", name, text);
}

void broken(const char *why, ...)
{
	int error = errno;
	char text[256];
	va_list args;

	va_start(args, why);
	vsnprintf(text, sizeof(text), why, args);
	va_end(args);
	result("Bail out! %s%s%s", text, error ? ": " : "", error ? strerror(error) : "");
	reboot(RB_POWER_OFF);
	abort();
}

static void command(const char *fmt, const char *argument)
{
	char line[128];
	int len = snprintf(line, sizeof(line), fmt, argument);

	if (write(control, line, len) != len)
		broken("the kernel refuses '%s'", line);
}

void at_point(const char *name)
{
	command("point %s", name);
}

unsigned int passes(const char *label)
{
	FILE *file = fopen("/proc/replay/passes", "r");
	unsigned int count;
	char name[64];

	while (file && fscanf(file, "%63s %u", name, &count) == 2)
		if (!strcmp(name, label)) {
			fclose(file);
			return count;
		}
	broken("the kernel has no label '%s'", label);
}

static bool complained(void)
{
	int fd = open("/proc/replay/complained", O_RDONLY);
	char byte;

	if (fd < 0 || read(fd, &byte, 1) != 1)
		broken("cannot ask the kernel whether it has complained");
	close(fd);
	return byte != '0';
}

static void *play(void *argument)
{
	const struct actor *actor = argument;

	command("actor %s", actor->name);
	actor->part();
	command("finish%s", "");
	return NULL;
}

static void play_all(void)
{
	pthread_t threads[ACTORS_MAX];
	pthread_attr_t attr;
	unsigned int i, nr = 0;
	char count[16];

	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK);
	for (; nr < ACTORS_MAX && scenario.actors[nr].name; nr++) {
		errno = pthread_create(&threads[nr], &attr, play, (void *)&scenario.actors[nr]);
		if (errno)
			broken("cannot start actor '%s'", scenario.actors[nr].name);
	}
	snprintf(count, sizeof(count), "%u", nr);
	command("direct %s", count);
	for (i = 0; i < nr; i++)
		pthread_join(threads[i], NULL);
}

static void mount_on(const char *type, const char *dir)
{
	if (mkdir(dir, 0755) && errno != EEXIST)
		broken("cannot make %s", dir);
	if (mount(type, dir, type, 0, NULL))
		broken("cannot mount %s on %s", type, dir);
}

int main(void)
{
	mount_on("proc", "/proc");
	control = open("/proc/replay/control", O_WRONLY);
	results = open("/proc/replay/results", O_WRONLY);
	if (control < 0 || results < 0) {
		fputs("this kernel has no /proc/replay: it lacks CONFIG_REPLAY\n", stderr);
		reboot(RB_POWER_OFF);
	}
	mount_on("sysfs", "/sys");

	result("KTAP version 1");
	scenario.setup();
	play_all();
	scenario.check();
	/* As the end of every actor, it is said only where it is not so. */
	if (complained())
		ok(false, "the kernel reports nothing wrong");
	result("1..%u", checks);
	reboot(RB_POWER_OFF);
	return 0;
}
