// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "attributes.h"
#include "device.h"
#include "devices.h"
#include "nvmet.h"
#include "scenario.h"

#include <fcntl.h>
#include <linux/io_uring.h>
#include <linux/loop.h>
#include <linux/ublk_cmd.h>
#include <mtd/ubi-user.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define SIZE (1 << 20)

static void loop(void)
{
	int fd = open_device("block/loop0", O_RDWR), file = memfd_create("disk", 0);

	if (file < 0 || ftruncate(file, SIZE) || ioctl(fd, LOOP_SET_FD, file))
		broken("a file cannot be made a block device");
	works("loop", keeps("/dev/loop0"));
	close(fd);
}

static void null_blk(void)
{
	mount_type("configfs", CONFIGFS, NULL);
	make_dir(CONFIGFS "/nullb/nullb0");
	put_text(CONFIGFS "/nullb/nullb0/memory_backed", "1");
	put_text(CONFIGFS "/nullb/nullb0/size", "1");
	put_text(CONFIGFS "/nullb/nullb0/power", "1");
	make_node("/dev/null_blk", "block/nullb0");
	works("null_blk", keeps("/dev/null_blk"));
}

static void zram(void)
{
	make_node("/dev/zram0", "block/zram0");
	put_text("/sys/block/zram0/disksize", "1M");
	works("zram", keeps("/dev/zram0"));
}

static void scsi(void)
{
	put_text("/sys/bus/pseudo/drivers/scsi_debug/add_host", "1");
	make_node("/dev/sda", "block/sda");
	works("scsi_debug", keeps("/dev/sda"));
}

/* A ring with large entries, which is what ublk is told by. */
static struct io_uring_sqe *entries;
static unsigned int *sq_tail, *cq_head, *sq_array;
static struct io_uring_cqe *completions;
static unsigned int cq_mask, sq_mask;

static int new_ring(void)
{
	struct io_uring_params p = { .flags = IORING_SETUP_SQE128 };
	int fd = syscall(SYS_io_uring_setup, 4, &p);
	char *rings;

	if (fd < 0)
		broken("cannot make a ring");
	rings = mmap(NULL, p.cq_off.cqes + p.cq_entries * sizeof(struct io_uring_cqe) + 4096,
		     PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, fd, IORING_OFF_SQ_RING);
	entries = mmap(NULL, p.sq_entries * 2 * sizeof(*entries), PROT_READ | PROT_WRITE,
		       MAP_SHARED | MAP_POPULATE, fd, IORING_OFF_SQES);
	if (rings == MAP_FAILED || (void *)entries == MAP_FAILED)
		broken("cannot map a ring");
	sq_tail = (void *)(rings + p.sq_off.tail);
	sq_array = (void *)(rings + p.sq_off.array);
	sq_mask = *(unsigned int *)(rings + p.sq_off.ring_mask);
	cq_head = (void *)(rings + p.cq_off.head);
	cq_mask = *(unsigned int *)(rings + p.cq_off.ring_mask);
	completions = (void *)(rings + p.cq_off.cqes);
	return fd;
}

/* One command, and its result. */
static int ublk_command(int ring, int control, unsigned int command, void *data, unsigned int size)
{
	struct ublksrv_ctrl_cmd *what;
	struct io_uring_sqe *entry = entries + 2 * (*sq_tail & sq_mask);
	int result;

	memset(entry, 0, 2 * sizeof(*entry));
	entry->opcode = IORING_OP_URING_CMD;
	entry->fd = control;
	entry->cmd_op = command;
	what = (void *)entry->cmd;
	what->dev_id = 0;
	what->queue_id = -1;
	what->addr = (unsigned long)data;
	what->len = size;
	sq_array[*sq_tail & sq_mask] = *sq_tail & sq_mask;
	__atomic_store_n(sq_tail, *sq_tail + 1, __ATOMIC_RELEASE);
	if (syscall(SYS_io_uring_enter, ring, 1, 1, IORING_ENTER_GETEVENTS, NULL, 0) != 1)
		broken("a ring takes no command");
	result = completions[*cq_head & cq_mask].res;
	__atomic_store_n(cq_head, *cq_head + 1, __ATOMIC_RELEASE);
	return result;
}

static void ublk(void)
{
	struct ublksrv_ctrl_dev_info info = {
		.nr_hw_queues = 1,
		.queue_depth = 1,
		.max_io_buf_bytes = 4096,
	};
	int ring = new_ring(), control = open_device("misc/ublk-control", O_RDWR);
	bool so = !ublk_command(ring, control, UBLK_CMD_ADD_DEV, &info, sizeof(info));

	if (so)
		make_node("/dev/ublkc0", "ublk-char/ublkc0");
	works("ublk: a device is made, and taken away",
	      so && !ublk_command(ring, control, UBLK_CMD_DEL_DEV, NULL, 0));
	close(control);
	close(ring);
}

static void flash(void)
{
	struct ubi_attach_req attach = { .ubi_num = 0, .mtd_num = 0 };
	int control = open_device("misc/ubi_ctrl", O_RDWR);

	works("nandsim: UBI has its flash",
	      !ioctl(control, UBI_IOCATT, &attach) && !access("/sys/class/ubi/ubi0", F_OK));
	close(control);
}

void test_block(void)
{
	loop();
	null_blk();
	zram();
	scsi();
	ublk();
	flash();
}

void test_nvme(void)
{
	zram();
	nvmet_start("loop", "/dev/zram0");
	works("nvmet by loop", keeps(nvme_connect("loop")));
	null_blk();
	nvmet_start("tcp", "/dev/null_blk");
	works("nvmet by tcp", keeps(nvme_connect("tcp")));
}
