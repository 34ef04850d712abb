#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# A race of a user's own, of a subsystem that nothing here knows, in a folder whose path has
# blanks: it has all that is its own, and nothing of the tool is edited.
# Turn 0: it builds kernels.
set -eu
. "$(dirname -- "$0")/tap.sh"
unset SCENARIOS

races="$tmp/my races/ipc"
late=$races/late-send
mkdir -p "$races/lib/labels" "$late/variants/6.1"
echo 'queues of messages' >"$races/lib/about"
cat >"$races/lib/queue.h" <<'END'
int new_queue(void);
END
cat >"$races/lib/queue.c" <<'END'
#include "queue.h"
#include "scenario.h"

#include <sys/msg.h>

static int queue;

static void undo(void)
{
	msgctl(queue, IPC_RMID, NULL);
}

int new_queue(void)
{
	queue = msgget(IPC_PRIVATE, 0600);
	if (queue < 0)
		broken("cannot make a queue");
	at_end(undo);
	return queue;
}
END
cat >"$races/lib/labels/message_loaded.cocci" <<'END'
// The message is copied, and the queue is not looked up yet.
// File: ipc/msg.c
@@
expression msg, text, size;
@@
do_msgsnd(...)
{
<...
msg = load_msg(text, size);
+ replay_point(message_loaded, REPLAY_OBJECT("message", msg));
...>
}
END
echo ipc/msg.c >"$races/lib/recorded"

echo CONFIG_SYSVIPC=y >"$late/config"
echo '! ipc/msgutil.c' >"$late/watched"
echo late_send=yes >"$late/cmdline"
echo 96M >"$late/memory"
cat >"$late/late-send.c" <<'END'
/*
 * A queue is removed while somebody sends a message to it.
 */
#define _GNU_SOURCE
#include "queue.h"
#include "scenario.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/msg.h>
#include <sys/sysinfo.h>

static int queue, send_error;

static void setup(void)
{
	queue = new_queue();
	send_error = -1;
}

static void sender(void)
{
	struct {
		long type;
		char text[8];
	} message = { .type = 1 };

	send_error = msgsnd(queue, &message, sizeof(message.text), IPC_NOWAIT) ? errno : 0;
}

static void remover(void)
{
	if (msgctl(queue, IPC_RMID, NULL))
		broken("cannot remove a queue");
}

static void check(void)
{
	const char *word = getenv("late_send");
	struct sysinfo info;

	sysinfo(&info);
	outcome("the message", "%s", send_error ? strerrorname_np(send_error) : "is sent");
	ok(!send_error || send_error == EINVAL, "it is sent, or there is no such queue");
	ok(word && !strcmp(word, "yes"), "the word of the command line is there");
	ok(info.totalram * info.mem_unit > 64 << 20, "the guest has more than 64 MiB");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(sender), ACTOR(remover) },
	.check = check,
};
END
cat >"$late/late-send.gdb" <<'END'
let sender reach message_loaded
let remover finish
let sender finish
END
cat >"$late/variants/6.1/removed.patch" <<'END'
--- a/ipc/msg.c
+++ b/ipc/msg.c
@@ -871,11 +871,11 @@
 	rcu_read_lock();
 	msq = msq_obtain_object_check(ns, msqid);
 	if (IS_ERR(msq)) {
-		err = PTR_ERR(msq);
+		err = -EIDRM;
 		goto out_unlock1;
 	}
 
 	ipc_lock_object(&msq->q_perm);
 
 	for (;;) {
 		struct msg_sender s;
END

attempt "$replay/cmd/run" "$late" --keep "$tmp/gdb"
test_that 'by its path: it passes' status_is 0
test_that 'its words for the command line' says 'ok 2 the word of the command line is there'
test_that 'its memory' says 'ok 3 the guest has more than 64 MiB'
test_that 'its label' grep -q ' sender reach message_loaded ' "$tmp/gdb/trace"
test_that 'its files are recorded' grep -q ' remover call .*msgctl' "$tmp/gdb/trace"
attempt env -C "$late" "$replay/cmd/run" . --direct --keep "$tmp/direct"
test_that 'from its folder, without gdb: it passes' status_is 0
test_that 'without gdb: the same trace' cmp "$tmp/gdb/trace" "$tmp/direct/trace"
attempt "$replay/cmd/run" --again "$tmp/direct" --keep "$tmp/again"
test_that 'again, from what the run says of itself: the same trace' cmp "$tmp/gdb/trace" "$tmp/again/trace"
attempt env SCENARIOS="$tmp/my races" "$replay/cmd/run" late-send --direct
test_that 'by its name: it passes' status_is 0

kernel=$("$replay/cmd/build" 6.1 mainline "$late")
test_that 'what it asks for is in its kernel' grep -qx CONFIG_SYSVIPC=y "$kernel/.config"
# objects_have FUNCTION FILE: it is called there.
objects_have()
{
	nm "${kernel%/*}/obj-$(objects_of "$late")/$2" | grep " U $1"
}

# named_in KERNEL LABEL: what its source has of it.
named_in()
{
	grep -r "replay_point($2" "$1/source"
}

other=$("$replay/cmd/build" 6.1 mainline punch-fault)
test_that 'all files are watched' objects_have __tsan_ ipc/msg.o
test_that 'but for the one that it takes out' [ -z "$(objects_have __tsan_ ipc/msgutil.o)" ]
test_that 'its label is in its kernel' named_in "$kernel" message_loaded
test_that 'and in that of no other' [ -z "$(named_in "$other" message_loaded)" ]
test_that 'nor are the labels of another in its own' [ -z "$(named_in "$kernel" swapin_confirmed)" ]
test_that 'who asks for the same has the same kernel' \
	[ "$("$replay/cmd/build" 6.1 mainline slot-reuse)" = "$other" ]

attempt "$replay/cmd/explore" "$late" --bound all --out "$tmp/found"
test_that 'explored: the outcomes' says '2 distinct outcomes'
test_that 'explored: each schedule gives its outcome' says 'gives its outcome under uml-replay run'
test_that 'explored: its schedules say how to run them' grep -q "uml-replay run '$late' " "$tmp/found/1/schedule.gdb"
attempt "$replay/cmd/points" --scenario "$late"
test_that 'its label is among its points' says 'message_loaded  ipc/msg.c:'
test_that 'its label in words' says 'The message is copied, and the queue is not looked up yet.'

attempt "$replay/cmd/run" "$late" --variant removed --direct
test_that 'its variant: FAIL' status_is 1
test_that 'its variant: what fails' says 'not ok 1 it is sent, or there is no such queue'
command=$(sed -n 's/^# to look around: //p' "$tmp/out")
test_that 'its variant: the command to look around' \
	[ "$command" = "$replay/uml-replay debug '$late' --kernel 6.1 --variant removed" ]
attempt "$replay/cmd/run" "$late" --variant remvoed
test_that 'no such variant: which there are' says "has no variant 'remvoed'; its variants are: mainline removed"

for variant in mainline removed; do
	attempt "$replay/libexec/cell" "$late" 6.1 "$variant" --update
	test_that "$variant: what it does is written down" status_is 0
done
attempt "$replay/cmd/reproduce" "$late"
test_that 'a table of its variants: one' grep -q '^    mainline  *EINVAL ' "$tmp/out"
test_that 'a table of its variants: the other' grep -q '^    removed  *EIDRM ' "$tmp/out"
test_that 'its diagram' says '[message_loaded]  <- message A, held'
attempt "$replay/cmd/timeline" "$late" --direct
test_that 'its diagram alone' says '[message_loaded]  <- message A, held'
attempt "$replay/cmd/diff" "$late" removed
test_that 'its variants in one diagram' says 'B: late-send, kernel 6.1, variant removed: FAIL'
attempt "$replay/cmd/verify" "$late" -n 6
test_that 'under other conditions: the same trace' says '6 runs, 1 distinct trace: '

# A folder elsewhere that uses what a subsystem here shares.
mkdir "$tmp/elsewhere"
cp -r "$top/scenarios/shmem/punch-fault" "$tmp/elsewhere/hole"
mv "$tmp/elsewhere/hole/punch-fault.c" "$tmp/elsewhere/hole/hole.c"
mv "$tmp/elsewhere/hole/punch-fault.gdb" "$tmp/elsewhere/hole/hole.gdb"
attempt "$replay/cmd/run" "$tmp/elsewhere/hole"
test_that 'elsewhere, without its subsystem: BROKEN' status_is 2
echo shmen >"$tmp/elsewhere/hole/subsystem"
attempt "$replay/cmd/run" "$tmp/elsewhere/hole"
test_that 'elsewhere, with one that is not there: which there are' \
	says "the subsystems here are: $(for about in "$top"/scenarios/*/lib/about; do basename "${about%/lib/about}"; done | paste -s -d ' ')"
echo shmem >"$tmp/elsewhere/hole/subsystem"
attempt "$replay/cmd/run" "$tmp/elsewhere/hole" --direct --keep "$tmp/elsewhere/run"
test_that 'elsewhere, with its subsystem: it passes' status_is 0
"$replay/cmd/run" punch-fault --direct --quiet --keep "$tmp/here" >"$tmp/out"
test_that 'elsewhere: the same trace as here' cmp "$tmp/elsewhere/run/trace" "$tmp/here/trace"

# What is wrong with a folder is said.
mkdir -p "$tmp/twice/a/lost" "$tmp/twice/b/lost"
touch "$tmp/twice/a/lost/lost.gdb" "$tmp/twice/b/lost/lost.gdb"
attempt env SCENARIOS="$tmp/twice" "$replay/cmd/run" lost
test_that 'two of a name: BROKEN' status_is 2
test_that 'two of a name: which' says "two scenarios are named 'lost': $tmp/twice/a/lost and $tmp/twice/b/lost"
attempt "$replay/cmd/run" "$tmp/twice"
test_that 'a folder that is no scenario: says so' says "'$tmp/twice' is no scenario: it has no schedule twice.gdb"
attempt "$replay/cmd/run" "$tmp/nowhere"
test_that 'a folder that is not there: says so' says "there is no folder '$tmp/nowhere'"
echo much >"$late/memory"
attempt "$replay/cmd/run" "$late" --direct
test_that 'memory that is no number: BROKEN' status_is 2
test_that 'memory that is no number: says so' says "a number of MiB is expected, as 128M, and it is 'much'"
echo 96M >"$late/memory"
echo '15eb77f7a4c6 ("msg: no such commit")' >"$late/variants/fixed.taken-out"
attempt "$replay/cmd/run" "$late" --variant fixed
test_that 'a fix that no repository has: says what would do' says "a patch $late/variants/6.1/fixed.patch would do"
echo CONFIG_E1000=y >>"$late/config"
attempt "$replay/cmd/run" "$late"
test_that 'a line that the kernel does not take: SKIP' status_is 77
test_that 'a line that the kernel does not take: what is not met' says 'PCI is not set'

# The guest is packed whatever its size: its last record may lie across two blocks.
cp -r "$replay/tests/scenarios/programs" "$tmp/packed"
mv "$tmp/packed/programs.c" "$tmp/packed/packed.c"
mv "$tmp/packed/programs.gdb" "$tmp/packed/packed.gdb"
# trailer: where the name of that record is in its block.
trailer()
{
	image=$("$replay/libexec/guest-image" "$tmp/packed" "$kernel/gen_init_cpio")
	at=$(grep -abo 'TRAILER!!!' "$image" | tail -n 1)
	echo $((${at%%:*} % 512))
}
: >"$tmp/packed/files/pad"
at=$(trailer)
head -c $(((506 - at + 512) % 512)) /dev/zero >"$tmp/packed/files/pad"
test_that 'a guest of any size is packed' [ "$(trailer)" = 506 ]
rm -f "${kernel%/kernels/*}"/guests/packed-*

# The word wide, in that file: those that say it share objects and kernel.
mkdir -p "$tmp/w/plain" "$tmp/w/said" "$tmp/w/more"
echo wide >"$tmp/w/plain/config"
printf '# A network.\nwide\n' >"$tmp/w/said/config"
printf '# CONFIG_KASAN is not set\nCONFIG_TUN=m\nCONFIG_TUN=y\nwide\n' >"$tmp/w/more/config"
of_scenario "$tmp/w/said" own_config 6.1 >"$tmp/said"
of_scenario "$tmp/w/more" own_config 6.1 >"$tmp/more"
test_that 'wide: has a network' grep -qx CONFIG_NET=y "$tmp/said"
test_that 'wide: of a series that it has not, it has no line' [ -z "$(grep -x CONFIG_TIME_NS=y "$tmp/said")" ]
test_that 'wide: its objects' [ "$(objects_of "$tmp/w/said")" = wide ]
test_that 'wide: one kernel for all that say it' \
	[ "$(of_scenario "$tmp/w/said" cat_asked /dev/null)" = "$(of_scenario "$tmp/w/plain" cat_asked /dev/null)" ]
test_that 'wide with lines beside it: those count' [ "$(grep -E 'CONFIG_(TUN|KASAN)[ =]' "$tmp/more" | paste -s -d ,)" = \
	'# CONFIG_KASAN is not set,CONFIG_TUN=y' ]
test_that 'wide with lines beside it: objects of its own' [ "$(objects_of "$tmp/w/more")" != wide ]
cp "$late/config" "$tmp/config"
echo Wide >>"$late/config"
attempt "$replay/cmd/build" 6.1 mainline "$late"
test_that 'a word that config does not know: BROKEN' status_is 2
test_that 'a word that config does not know: says so' says "says 'Wide' in 'config'; a line there is"
cp "$tmp/config" "$late/config"

rm -rf "${kernel%/*}/obj-$(objects_of "$late")" "${kernel%/*}"/removed-*
test_that 'nothing is left' nothing_left
done_testing
