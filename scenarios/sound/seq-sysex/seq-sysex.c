// SPDX-License-Identifier: GPL-2.0
/*
 * Two tasks write parts of a SysEx message to the sequencer of OSS at once.
 *
 * 0179488ca992 ("ALSA: seq: oss: Fix races at processing SysEx messages"), CVE-2024-57893.
 * A part has six bytes. They are appended to a buffer of 128 bytes, and no lock was held:
 * a full buffer begins anew, and who has looked where it ends before goes on behind it.
 *
 *     one                                 other
 *     ---                                 -----
 *     snd_seq_oss_synth_sysex()
 *       dest = buf + 126
 *                                         snd_seq_oss_synth_sysex()
 *                                           buf[126], buf[127]
 *                                           it is full: len = 0
 *       dest[0] to dest[5], while len < 128
 *
 *     BUG: KASAN: slab-out-of-bounds in snd_seq_oss_synth_sysex+0x14c/0x380
 */
#include "device.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/soundcard.h>
#include <string.h>
#include <unistd.h>

#define ROOM 128
#define PART 6

/* What sequencer2 takes: a part for the first synthesizer. */
struct part {
	unsigned char code, device, bytes[PART];
};

static int sequencer, one_error, other_error;

static int append(void)
{
	struct part part = { .code = EV_SYSEX };

	memset(part.bytes, 1, PART);
	return write(sequencer, &part, sizeof(part)) == sizeof(part) ? 0 : errno;
}

static void undo(void)
{
	close(sequencer);
}

static void setup(void)
{
	int length;

	one_error = other_error = -1;
	/* Each port of MIDI is a synthesizer there: the first is that of snd-seq-dummy. */
	sequencer = open_device("sound/sequencer2", O_WRONLY);
	at_end(undo);
	/* There is room for two bytes. */
	for (length = 0; length + PART < ROOM; length += PART)
		if (append())
			broken("a part of a message is not taken");
}

static void one(void)
{
	one_error = append();
}

static void other(void)
{
	other_error = append();
}

static void check(void)
{
	ok(!one_error && !other_error, "both parts are taken");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(one), ACTOR(other) },
	.check = check,
};
