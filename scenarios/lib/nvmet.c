// SPDX-License-Identifier: GPL-2.0
#include "attributes.h"
#include "device.h"
#include "nvmet.h"
#include "scenario.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NAME "nqn.replay."
#define ID "00000000-0000-0000-0000-000000000001"
#define HOST "hostnqn=nqn.2014-08.org.nvmexpress:uuid:" ID ",hostid=" ID

static bool is_tcp(const char *transport)
{
	return !strcmp(transport, "tcp");
}

/* A path below that of nvmet. */
static const char *__attribute__((format(printf, 1, 2))) below(const char *format, ...)
{
	static char paths[2][160];
	static unsigned int nr;
	char *path = paths[nr++ % 2];
	int length = snprintf(path, sizeof(*paths), CONFIGFS "/nvmet/");
	va_list args;

	va_start(args, format);
	vsnprintf(path + length, sizeof(*paths) - length, format, args);
	va_end(args);
	return path;
}

void nvmet_start(const char *transport, const char *block_device)
{
	int port = is_tcp(transport) ? 2 : 1;

	mount_type("configfs", CONFIGFS, NULL);
	make_dir(below("subsystems/" NAME "%s", transport));
	put_text(below("subsystems/" NAME "%s/attr_allow_any_host", transport), "1");
	make_dir(below("subsystems/" NAME "%s/namespaces/1", transport));
	put_text(below("subsystems/" NAME "%s/namespaces/1/device_path", transport), block_device);
	put_text(below("subsystems/" NAME "%s/namespaces/1/enable", transport), "1");
	make_dir(below("ports/%d", port));
	put_text(below("ports/%d/addr_trtype", port), transport);
	if (is_tcp(transport)) {
		loopback_up();
		put_text(below("ports/%d/addr_adrfam", port), "ipv4");
		put_text(below("ports/%d/addr_traddr", port), "127.0.0.1");
		put_text(below("ports/%d/addr_trsvcid", port), "4420");
	}
	if (symlink(below("subsystems/" NAME "%s", transport),
		    below("ports/%d/subsystems/" NAME "%s", port, transport)))
		broken("the port of the target is not opened");
}

const char *nvme_connect(const char *transport)
{
	int fd = open_device("misc/nvme-fabrics", O_RDWR), nr;
	static char node[32], name[32];
	char what[256];
	long got;

	snprintf(what, sizeof(what), "nqn=" NAME "%s,transport=%s%s," HOST, transport, transport,
		 is_tcp(transport) ? ",traddr=127.0.0.1,trsvcid=4420" : "");
	if (write(fd, what, strlen(what)) != (long)strlen(what))
		broken("cannot connect to the target of NVMe");
	got = read(fd, what, sizeof(what) - 1);
	what[got > 0 ? got : 0] = '\0';
	if (sscanf(what, "instance=%d", &nr) != 1)
		broken("the host of NVMe has no number, but says '%s'", what);
	close(fd);
	snprintf(node, sizeof(node), "/dev/nvme%dn1", nr);
	snprintf(name, sizeof(name), "block/nvme%dn1", nr);
	make_node(node, name);
	return node;
}
