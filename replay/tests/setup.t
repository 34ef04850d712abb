#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# What a host does not permit is said in a sentence each, before anything is built.
set -eu
. "$(dirname -- "$0")/tap.sh"

REPLAY_BUILD=$tmp/build
export REPLAY_BUILD
mkdir "$tmp/bin"
refuse=$tmp/refuse
${CC:-gcc} -Wall -Wextra -Werror -o "$refuse" "$tests/refuse.c"

# Who installs is told from who does not.
for program in apt-get sudo; do
	printf '#!/bin/sh\n: >%s/installs\nexit 1\n' "$tmp" >"$tmp/bin/$program"
	chmod +x "$tmp/bin/$program"
done
PATH=$tmp/bin:$PATH

attempt "$replay/cmd/setup" --chekc
test_that 'an unknown option: status' status_is 2
test_that 'an unknown option: says so' says "there is no option '--chekc'"
attempt "$replay/cmd/setup" --check --update
test_that 'an option more: status' status_is 2
test_that 'nothing is installed then' test ! -e "$tmp/installs"

attempt "$replay/cmd/setup" --check
test_that 'a host that permits all of it' status_is 0
test_that 'nothing to say of it' test ! -s "$tmp/out"

# denied WHAT TEXT COMMAND...: --check says it, with status 2; without it is said, too.
denied()
{
	host=$1 text=$2
	shift 2
	attempt "$@" "$replay/cmd/setup" --check
	test_that "$host: status" status_is 2
	test_that "$host: says '$text'" says "$text"
	attempt "$@" "$replay/cmd/setup"
	test_that "$host: no error of installing" status_is 0
	test_that "$host: said there, too" says "$text"
}

# only_that: the last attempt said one thing.
only_that()
{
	[ "$(wc -l <"$tmp/out")" = 1 ]
}

denied 'no ptrace(2)' 'docker: --cap-add SYS_PTRACE --security-opt seccomp=unconfined' "$refuse" ptrace
test_that 'no ptrace(2): nothing else is missing' only_that
denied 'no personality(2)' 'docker: --security-opt seccomp=unconfined' "$refuse" personality
test_that 'no personality(2): nothing else is missing' only_that

# What only root can take away.
if [ "$(id -u)" = 0 ] && unshare --mount true 2>"$tmp/why"; then
	denied 'memory that is not executable' 'cannot be executed there (Operation not permitted); docker: --tmpfs /dev/shm:exec' \
		unshare --mount sh -c 'mount -t tmpfs -o noexec tmpfs /dev/shm; exec "$@"' sh
	denied 'little memory for guests' 'MiB of memory in /dev/shm, and 1 are left' \
		unshare --mount sh -c 'mount -t tmpfs -o size=1m tmpfs /dev/shm; exec "$@"' sh
	printf '%s\n' 'MemTotal: 2000000 kB' 'MemAvailable: 102400 kB' >"$tmp/meminfo"
	denied 'little memory' 'MiB of memory, and 100 are left; docker: --memory' \
		unshare --mount sh -c "mount --bind $tmp/meminfo /proc/meminfo; exec \"\$@\"" sh
	denied 'a disk that is not executable' "programs are not executed in $REPLAY_BUILD (status 126)" \
		unshare --mount sh -c "mount -t tmpfs -o noexec tmpfs $REPLAY_BUILD; exec \"\$@\"" sh
	denied 'a small disk' "MiB of disk, and 0 are left in $REPLAY_BUILD" \
		unshare --mount sh -c "mount -t tmpfs -o size=1m tmpfs $REPLAY_BUILD; exec \"\$@\"" sh
fi
done_testing
