// SPDX-License-Identifier: GPL-2.0
/*
 * usage: efault COUNT COMMAND [ARGUMENT]...
 *
 * Run a command in which gdb cannot set the registers of the FPU, as on a host whose
 * register state is larger than gdb has room for: its ptrace(PTRACE_SETREGSET) of
 * NT_X86_XSTATE, and its PTRACE_SETFPREGS, are answered by EFAULT. Everybody else's
 * go through: the kernel under test sets those of its processes. How many were answered so
 * goes to the file COUNT. Ends as the command does. Needs no privilege.
 */
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
/* How many are left out where it is this value, and where it is another. */
#define JUMP(value, so, otherwise) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, so, otherwise)

static void die(const char *what)
{
	fprintf(stderr, "efault: %s: %s\n", what, strerror(errno));
	exit(2);
}

/* From here on whoever sets the registers of the FPU is asked about at the descriptor. */
static int listen_for_calls(void)
{
	static struct sock_filter filter[] = {
		LOAD(arch),
		JUMP(AUDIT_ARCH_X86_64, 0, 8),
		LOAD(nr),
		JUMP(__NR_ptrace, 0, 6),
		LOAD(args[0]),
		JUMP(PTRACE_SETFPREGS, 3, 0),
		JUMP(PTRACE_SETREGSET, 0, 3),
		LOAD(args[2]),
		JUMP(NT_X86_XSTATE, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	static const struct sock_fprog program = { sizeof(filter) / sizeof(*filter), filter };
	int fd;

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		die("no_new_privs");
	fd = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER,
		     &program);
	if (fd < 0)
		die("seccomp");
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	return fd;
}

static int is_gdb(pid_t pid)
{
	char path[64], exe[PATH_MAX];
	ssize_t len;

	snprintf(path, sizeof(path), "/proc/%d/exe", pid);
	len = readlink(path, exe, sizeof(exe) - 1);
	if (len < 0)
		return 0;
	exe[len] = '\0';
	return !strcmp(strrchr(exe, '/') ? strrchr(exe, '/') + 1 : exe, "gdb");
}

/* One call is answered; 1 if the answer is EFAULT. Who was killed meanwhile needs none. */
static int answer(int fd)
{
	struct seccomp_notif call;
	struct seccomp_notif_resp response;

	memset(&call, 0, sizeof(call));
	memset(&response, 0, sizeof(response));
	if (ioctl(fd, SECCOMP_IOCTL_NOTIF_RECV, &call) < 0) {
		if (errno != ENOENT && errno != EINTR)
			die("no call");
		return 0;
	}
	response.id = call.id;
	if (is_gdb(call.pid))
		response.error = -EFAULT;
	else
		response.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
	if (ioctl(fd, SECCOMP_IOCTL_NOTIF_SEND, &response) < 0 && errno != ENOENT)
		die("no answer");
	return response.error != 0;
}

int main(int argc, char **argv)
{
	struct pollfd fds[2] = { { .events = POLLIN }, { .events = POLLIN } };
	unsigned long count = 0;
	FILE *file;
	pid_t pid;
	int status;

	if (argc < 3) {
		fprintf(stderr, "usage: efault COUNT COMMAND [ARGUMENT]...\n");
		return 2;
	}
	file = fopen(argv[1], "we");
	if (!file)
		die(argv[1]);
	/* This process sets no registers itself. */
	fds[0].fd = listen_for_calls();
	pid = fork();
	if (pid < 0)
		die("fork");
	if (!pid) {
		execvp(argv[2], argv + 2);
		die(argv[2]);
	}
	fds[1].fd = syscall(SYS_pidfd_open, pid, 0);
	if (fds[1].fd < 0)
		die("pidfd_open");
	while (!fds[1].revents) {
		if (poll(fds, 2, -1) < 0 && errno != EINTR)
			die("poll");
		if (fds[0].revents)
			count += answer(fds[0].fd);
	}
	fprintf(file, "%lu\n", count);
	if (waitpid(pid, &status, 0) < 0)
		die("wait");
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
