// SPDX-License-Identifier: GPL-2.0
#include "device.h"
#include "devices.h"
#include "scenario.h"

#include <fcntl.h>
#include <sound/asequencer.h>
#include <sound/asound.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define CARDS_MAX 8

/* As in drm/drm.h and drm_mode.h, which come with a library. */
struct drm_version {
	int major, minor, level;
	size_t name_len;
	char *name;
	size_t date_len;
	char *date;
	size_t desc_len;
	char *desc;
};

struct drm_dumb {
	unsigned int height, width, bpp, flags, handle, pitch;
	unsigned long long size;
};

#define DRM_VERSION _IOWR('d', 0x00, struct drm_version)
#define DRM_CREATE_DUMB _IOWR('d', 0xb2, struct drm_dumb)

/* The number of the card that this driver has made, or -1. */
static int card_of(const char *driver)
{
	struct snd_ctl_card_info info;
	char name[32], path[64];
	int card, fd, found = -1;

	for (card = 0; card < CARDS_MAX && found < 0; card++) {
		snprintf(name, sizeof(name), "sound/controlC%d", card);
		snprintf(path, sizeof(path), "/sys/class/%s", name);
		if (access(path, F_OK))
			continue;
		fd = open_device(name, O_RDONLY);
		if (!ioctl(fd, SNDRV_CTL_IOCTL_CARD_INFO, &info) &&
		    !strcmp((char *)info.driver, driver))
			found = card;
		close(fd);
	}
	return found;
}

static void dummy(void)
{
	char name[32], silence[4096] = "";
	int card = card_of("Dummy"), fd;

	if (card < 0) {
		works("snd_dummy: there is a card", false);
		return;
	}
	snprintf(name, sizeof(name), "sound/dsp%.0d", card);
	fd = open_device(name, O_WRONLY);
	works("snd_dummy: it plays", write(fd, silence, sizeof(silence)) == sizeof(silence));
	close(fd);
}

static void midi(void)
{
	static const unsigned char note[] = { 0x90, 60, 100 };
	char name[32];
	int card = card_of("VirMIDI"), fd;

	if (card < 0) {
		works("snd_virmidi: there is a card", false);
		return;
	}
	snprintf(name, sizeof(name), "sound/midiC%dD0", card);
	fd = open_device(name, O_WRONLY);
	works("snd_virmidi: it takes a note", write(fd, note, sizeof(note)) == sizeof(note));
	close(fd);
}

static void sequencer(void)
{
	int fd = open_device("sound/seq", O_RDWR), oss, id = -1;

	works("sound: the sequencer has a client",
	      !ioctl(fd, SNDRV_SEQ_IOCTL_CLIENT_ID, &id) && id >= 128);
	oss = open_device("sound/sequencer", O_WRONLY);
	works("sound: so has that of OSS", oss >= 0);
	close(oss);
	close(fd);
}

static void vkms(void)
{
	struct drm_dumb buffer = { .width = 64, .height = 64, .bpp = 32 };
	char name[16] = "";
	struct drm_version version = { .name = name, .name_len = sizeof(name) - 1 };
	int fd = open_device("drm/card0", O_RDWR);

	works("vkms: it has its name, and a buffer", !ioctl(fd, DRM_VERSION, &version) &&
							     !strcmp(name, "vkms") &&
							     !ioctl(fd, DRM_CREATE_DUMB, &buffer));
	close(fd);
}

void test_sound(void)
{
	sequencer();
	midi();
	dummy();
	vkms();
}
