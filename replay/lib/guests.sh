# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# What a guest is booted with.

# Nothing of the host decides what happens in the guest: no environment, no address at
# random, no clock; and no path, since the kernel prints these words. Which they are
# decides which slots of swap are taken: whoever boots a guest says these. How much memory
# it has is in a file of its kernel, memory: a large kernel takes much of it for itself.
kernel_words='initrd=guest.cpio time-travel=inf-cpu time-travel-start=0
	con=null con0=fd:0,fd:6 ssl=null panic=-1 uml_dir=uml/ norandmaps null_blk.nr_devices=0'

# On top of these, on a wide kernel: devices that take long to make at boot. Who wants more of them
# says so in cmdline, or makes them.
wide_words='nbd.nbds_max=2 scsi_debug.add_host=0 scsi_debug.dev_size_mb=1'

# guest_words KERNEL_DIR: $memory of the guest, and $own_words for its kernel, as the scenario
# has them.
guest_words()
{
	read -r memory <"$1/memory"
	own_words=
	for part in "$shared/memory" "$own/memory"; do
		[ ! -e "$part" ] || read -r memory <"$part"
	done
	case $memory in
	M|*[!0-9]*M|*[!M]) die "$own says in 'memory' how much the guest has; a number of MiB is expected, as 128M, and it is '$memory'" ;;
	esac
	for part in "$shared/cmdline" "$own/cmdline"; do
		[ -e "$part" ] || continue
		own_words=$(part_words cmdline)
		break
	done
	! says_wide || own_words="$wide_words $own_words"
	# Where a module is asked for, the kernel calls what the guest has.
	if [ -d "$1/guest" ]; then
		case " $(part_words programs) " in
		*' modprobe '*) own_words="$own_words sysctl.kernel.modprobe=/bin/modprobe" ;;
		esac
	fi
	case " $own_words" in
	*' mem='*) die "$own says 'mem=' in 'cmdline'; how much memory the guest has is said in 'memory'" ;;
	esac
}

# await KERNEL_DIR <WORDS: a word for its kernel that has the functions and labels of modules among these, and
# among those whose calls are the turns of an actor, which may be named before their module is loaded; or nothing.
await()
{
	[ -e "$1/modules/points" ] || return 0
	{
		cat
		grep -hoE '\b(WORK|TIMER|HRTIMER|RCU)\([^)]*\)' "$own"/*.c || :
	} | tr -s '[:blank:],|"' '\n' | { grep -xFf "$1/modules/points" || :; } | sort -u | paste -s -d , | sed -n 's/^..*/replay_await=&/p'
}

# used_up SECONDS: of what hangs, how that was found.
used_up()
{
	echo "$1 s of processor time are used up"
}

# tell_hang SECONDS <RESULTS: where the kernel says in which place it hangs, with the line of the source.
tell_hang()
{
	while IFS= read -r line; do
		case $line in
		*'# hang: '*)
			before=${line%%'# hang: '*} line=${line#*'# hang: '}
			at=0x${line%% *} line=${line#* }
			case $line in
			*'user space') ;;
			*)
				at=$(addr2line -i -e "$kernel_dir/linux" "$at" 2>/dev/null | sed -n '$ { s,.*/tree/,,; s/ (.*//; /:[0-9]/p }') ;;
			esac
			line="${before}Bail out! $line${at:+ ($at)}: $(used_up "$1")" ;;
		esac
		printf '%s\n' "$line"
	done
}
