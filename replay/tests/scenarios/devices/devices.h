/* SPDX-License-Identifier: GPL-2.0 */
#ifndef DEVICES_H
#define DEVICES_H

#include <stdbool.h>

/* Each is a case of the schedule, and says for each of its devices whether it works. */
void test_usb(void);
void test_sound(void);
void test_block(void);
void test_nvme(void);
void test_net(void);
void test_peers(void);
void test_smb(void);

/* What was written to @path is read from there again. */
bool keeps(const char *path);

/* The result, which check() tells: results are no actor's affair. */
void works(const char *what, bool so);

#endif /* DEVICES_H */
