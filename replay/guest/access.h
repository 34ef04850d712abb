/* SPDX-License-Identifier: GPL-2.0 */
/* Accesses to a file in all ways (fault, read, write, sendfile), and how they end. */
#ifndef ACCESS_H
#define ACCESS_H

struct access {
	int signal; /* that a fault raised */
	int error; /* that a system call returned */
	long length; /* bytes that it returned */
	unsigned char byte; /* the first of them */
};

/* By a fault. */
struct access load(const char *address);
struct access store(char *address, unsigned char byte);

/* By a system call, of the first page. */
struct access read_page(int fd);
struct access write_page(int fd, unsigned char byte);
struct access allocate_page(int fd);
struct access send_page(int fd);

/* It raised no signal and returned no error. */
int survived(const struct access *access);

/* What user space sees: "0x00", "SIGBUS", "end of file", "ENOENT". Good until the next call. */
const char *seen(const struct access *access);

#endif /* ACCESS_H */
