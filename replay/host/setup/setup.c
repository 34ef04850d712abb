// SPDX-License-Identifier: GPL-2.0
/*
 * Try what a run needs of the host, and print a line for each thing that the host does not
 * permit, with the docker option that permits it. User-mode Linux traces the processes of its
 * guest, and maps the guest's memory executable from a file. Runs are the same only if the host
 * randomises no addresses.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>
#include <linux/magic.h>

static int missing;

/* Named 'docker', and spelled alike by podman. */
static void is_missing(const char *what, int error, const char *give)
{
	printf("%s (%s); docker: %s\n", what, strerror(error), give);
	missing = 1;
}

static void addresses(void)
{
	if (personality(ADDR_NO_RANDOMIZE) < 0)
		is_missing("personality(2) may not turn off the randomisation of addresses", errno,
			   "--security-opt seccomp=unconfined");
}

/* What user-mode Linux and gdb ask of it: a system call of the child is kept from the host. */
static int traced(void)
{
	int status, error = 0;
	pid_t child;

	child = fork();
	if (child < 0)
		return errno;
	if (!child) {
		if (ptrace(PTRACE_TRACEME, 0, 0, 0))
			_exit(errno);
		raise(SIGSTOP);
		_exit(syscall(SYS_getpid) == getppid());
	}
	if (waitpid(child, &status, 0) < 0)
		return errno;
	if (!WIFSTOPPED(status))
		return WEXITSTATUS(status);
	if (ptrace(PTRACE_SYSEMU, child, 0, 0)) {
		error = errno;
	} else if (waitpid(child, &status, 0) < 0) {
		error = errno;
	} else if (!WIFSTOPPED(status) || WSTOPSIG(status) != SIGTRAP) {
		error = ENOSYS;
	}
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	return error;
}

static void tracing(void)
{
	int error = traced();

	if (error)
		is_missing("ptrace(2) is not permitted, or does not do PTRACE_SYSEMU", error,
			   "--cap-add SYS_PTRACE --security-opt seccomp=unconfined");
}

/* As arch/um/os-Linux/mem.c chooses it. */
static const char *memory_folder(void)
{
	struct statfs stat;

	if (!statfs("/dev/shm", &stat) && stat.f_type == TMPFS_MAGIC)
		return "/dev/shm";
	return "/tmp";
}

static void executable_memory(unsigned long mebibytes)
{
	char give[64];
	const char *folder = memory_folder();
	struct statfs stat;
	char what[160];
	char name[64];
	void *page;
	int fd;

	snprintf(give, sizeof(give), "--tmpfs /dev/shm:exec,size=%lum", mebibytes * 2);
	snprintf(name, sizeof(name), "%s/replay-XXXXXX", folder);
	fd = mkostemp(name, O_CLOEXEC);
	if (fd < 0) {
		snprintf(what, sizeof(what),
			 "a guest's memory is a file in %s, and none can be made there", folder);
		is_missing(what, errno, give);
		return;
	}
	unlink(name);
	if (ftruncate(fd, 4096))
		page = MAP_FAILED;
	else
		page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_SHARED, fd, 0);
	if (page == MAP_FAILED) {
		snprintf(what, sizeof(what),
			 "a guest's memory is a file in %s, and cannot be executed there", folder);
		is_missing(what, errno, give);
	} else {
		munmap(page, 4096);
	}
	if (!fstatfs(fd, &stat) && stat.f_bavail * stat.f_bsize >> 20 < mebibytes) {
		snprintf(what, sizeof(what),
			 "guests want %lu MiB of memory in %s, and %lu are left", mebibytes, folder,
			 (unsigned long)(stat.f_bavail * stat.f_bsize >> 20));
		is_missing(what, ENOSPC, give);
	}
	close(fd);
}

/* usage: setup MEBIBYTES, of memory for guests. Status 1 if something is missing. */
int main(int argc, char **argv)
{
	addresses();
	tracing();
	executable_memory(argc > 1 ? strtoul(argv[1], NULL, 10) : 0);
	return missing;
}
