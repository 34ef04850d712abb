// SPDX-License-Identifier: GPL-2.0
/* A program that knows nothing of the tool: a thread writes two pages, and a child reads them. */
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SIZE 8192

static int fd;

static void *write_both(void *unused)
{
	char new[SIZE];

	memset(new, 'b', SIZE);
	return pwrite(fd, new, SIZE, 0) == SIZE ? unused : "written in part";
}

int main(void)
{
	pthread_t writer;
	char pages[SIZE];
	int status;

	fd = open("file", O_RDWR | O_CREAT, 0600);
	memset(pages, 'a', SIZE);
	if (write(fd, pages, SIZE) != SIZE)
		return 2;
	pthread_create(&writer, NULL, write_both, NULL);
	if (!fork()) {
		if (pread(fd, pages, SIZE, 0) != SIZE)
			_exit(3);
		_exit(pages[0] != pages[SIZE / 2]);
	}
	wait(&status);
	pthread_join(writer, NULL);
	return WEXITSTATUS(status);
}
