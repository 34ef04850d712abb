// SPDX-License-Identifier: GPL-2.0
// A part of a SysEx message is about to be appended.
// File: sound/core/seq/oss/seq_oss_synth.c
@@
identifier dest, sysex;
@@
snd_seq_oss_synth_sysex(...)
{
<...
dest = sysex->buf + sysex->len;
+ replay_point(sysex_end_known, REPLAY_OBJECT("buffer", sysex), REPLAY_VALUE("length", sysex->len));
...>
}
