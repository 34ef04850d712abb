/* SPDX-License-Identifier: GPL-2.0 */
/* Access memory or a file, by a fault or by a system call, and record how the access ends. */
#ifndef ACCESS_H
#define ACCESS_H

struct access {
	int signal; /* raised by a fault */
	int error; /* returned by a system call */
	long length; /* how many bytes the system call returned */
	unsigned char byte; /* the first of these bytes */
};

/* By a fault. */
struct access load(const char *address);
struct access store(char *address, unsigned char byte);

/* By a system call, of the first page. */
struct access read_page(int fd);
struct access write_page(int fd, unsigned char byte);

/* It raised no signal and returned no error. */
int survived(const struct access *access);

/* What user space sees: "0x00", "SIGBUS", "end of file", "ENOENT". Good until the next call. */
const char *seen(const struct access *access);

#endif /* ACCESS_H */
