#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Where a series comes from: its exact package, from the mirror that apt has, whatever
# Debian this is. An apt that answers from here stands for the mirror.
set -eu
. "$(dirname -- "$0")/tap.sh"

REPLAY_BUILD=$tmp/build
export REPLAY_BUILD
mkdir "$tmp/bin"
apt=$(command -v apt-get)

# configured LINE...: what apt is configured for.
configured()
{
	printf '%s\n' "$@" >"$tmp/sources.list"
}
cat >"$tmp/apt.conf" <<EOF
Dir::Etc::sourcelist "$tmp/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State "$tmp/state";
EOF
APT_CONFIG=$tmp/apt.conf
export APT_CONFIG
mkdir -p "$tmp/state/lists/partial"

# What the mirror has is in $tmp/mirror: PACKAGE VERSION; and the package that it gives.
cat >"$tmp/bin/apt-get" <<EOF
#!/bin/sh
for word; do
	case \$word in
	indextargets) exec $apt "\$@" ;;
	Dir::Etc::sourcelist=*) cp "\${word#*=}" $tmp/asked ;;
	Dir::State=*) state=\${word#*=} ;;
	esac
done
case " \$* " in
*' update '*)
	[ ! -e $tmp/no-mirror ] || { echo 'E: it cannot be resolved'; exit 100; }
	: >"\$state/lists/mirror_Packages" ;;
*' download '*)
	[ -e $tmp/gives.deb ] || { echo 'E: the connection was closed'; exit 100; }
	cp $tmp/gives.deb . ;;
esac
EOF
cat >"$tmp/bin/apt-cache" <<EOF
#!/bin/sh
case \$1 in
policy) sed 's/^\(.*\) \(.*\)/\1:\n  Candidate: \2/' $tmp/mirror ;;
show) echo 'Size: 1048576' ;;
esac
EOF
chmod +x "$tmp/bin/apt-get" "$tmp/bin/apt-cache"

# made PACKAGE VERSION [DIR]: the mirror gives such a package, with the source PACKAGE in DIR, or none.
made()
{
	rm -rf "$tmp/deb"
	mkdir -p "$tmp/deb/DEBIAN" "$tmp/deb/usr/src"
	[ $# -lt 3 ] || tar -C "$3" -cJf "$tmp/deb/usr/src/$1.tar.xz" "$1"
	printf '%s\n' "Package: $1" "Version: $2" 'Architecture: all' 'Maintainer: nobody <nobody@localhost>' \
		'Description: none' >"$tmp/deb/DEBIAN/control"
	dpkg-deb -b "$tmp/deb" "$tmp/gives.deb" >/dev/null
}

source_of()
{
	attempt env PATH="$tmp/bin:$PATH" "$replay/cmd/source" "$1"
}

# asks WORDS...: these lines, and no other.
asks()
{
	sed 's/ \[[^]]*]//' "$tmp/asked" >"$tmp/lines"
	printf '%s\n' "$@" | diff - "$tmp/lines"
}

debian=http://mirror.example/debian
echo 'linux-source-6.12 6.12.95-1' >"$tmp/mirror"
configured "deb $debian bookworm main" "deb http://security.example/updates bookworm-security main"
source_of 6.1
test_that 'the suites that have 6.1, each from where apt has such' asks \
	'deb http://security.example/updates/ bookworm-security main' "deb $debian/ bookworm main"
test_that 'signed with the key of Debian' grep -q 'signed-by=/usr/share/keyrings/debian-archive-keyring' "$tmp/asked"
test_that 'linux-source-6.12 is not 6.1: SKIP' status_is 77
test_that 'linux-source-6.12 is not 6.1: says so' says \
	'the mirror has no linux-source-6.1 (any more) in: bookworm-security bookworm'

source_of 7.2
test_that 'the suites that have 7.2' asks "deb $debian/ sid main" "deb $debian/ forky main"

for release in trixie sid stable; do
	configured "deb $debian $release main" "deb http://other.example/nodistro nodistro main"
	source_of 6.1
	test_that "on a host that has only $release" asks "deb $debian/ bookworm-security main" \
		'deb http://mirror.example/debian-security/ bookworm-security main' "deb $debian/ bookworm main"
done

configured 'deb http://other.example/ubuntu noble main'
source_of 6.1
test_that 'a host without a Debian mirror: BROKEN' status_is 2
test_that 'a host without a Debian mirror: says so' says "apt's configuration has no Debian mirror"

configured "deb $debian trixie main"
: >"$tmp/no-mirror"
source_of 6.1
test_that 'a mirror that is not reached: BROKEN' status_is 2
test_that 'a mirror that is not reached: says so' says \
	'the mirrors that apt is configured for give none of these suites: bookworm-security bookworm'
test_that 'a mirror that is not reached: the reason of apt' says 'it cannot be resolved'
rm "$tmp/no-mirror"

echo 'linux-source-6.1 6.1.190-1' >>"$tmp/mirror"
source_of 6.1
test_that 'a download that breaks off: BROKEN' status_is 2
test_that 'a download that breaks off: says so' says 'cannot download linux-source-6.1 6.1.190-1'
test_that 'a download that breaks off: the reason of apt' says 'the connection was closed'

made linux-source-6.12 6.12.95-1
source_of 6.1
test_that 'another package: BROKEN' status_is 2
test_that 'another package: says so' says "'linux-source-6.1' was expected, and apt gave 'linux-source-6.12' 6.12.95-1"

made linux-source-6.1 6.12.95-1
source_of 6.1
test_that 'another version: says so' says 'linux-source-6.1 has version 6.12.95-1, and one of 6.1 was expected'

made linux-source-6.1 6.1.190-1
source_of 6.1
test_that 'a package without a source: BROKEN' status_is 2
test_that 'a package without a source: no tree of it' test ! -e "$tmp/build/kernels/6.1/tree"

# spatch without pcre takes '|' for the letter, and the hook does less, silently.
alternation()
{
	grep -nE '^identifier.*[=!]~.*\|' "$top"/patches/hooks/*.cocci "$top"/scenarios/*/*/labels/*.cocci
}
test_that 'every spatch reads a hook alike' eval '! alternation'

# Only root can make a disk that is full.
# is_full WHAT SIZE: so large a disk is; and then it is larger.
is_full()
{
	mount -t tmpfs -o "size=$2" tmpfs "$tmp/small"
	REPLAY_BUILD=$tmp/small
	source_of 6.1
	test_that "a full disk, $1: BROKEN" status_is 2
	test_that "a full disk, $1: says so" says 'the disk is full: '
	test_that "a full disk, $1: nothing is half-made" [ "$(ls "$tmp/small/kernels/6.1")" = source.lock ]
	mount -o remount,size=20m,nr_inodes=5000 "$tmp/small"
	source_of 6.1
	test_that "a full disk, $1: with room it goes on" status_is 0
	umount "$tmp/small"
}

if [ "$(id -u)" = 0 ] && mkdir "$tmp/small" && mount -t tmpfs tmpfs "$tmp/small" 2>"$tmp/why"; then
	umount "$tmp/small"
	unpacked=$tmp/source/linux-source-6.1
	mkdir -p "$unpacked/mm"
	head -c 2000000 /dev/urandom >"$unpacked/mm/random.c"
	head -c 6000000 /dev/zero >"$unpacked/mm/zero.c"
	seq -f "$unpacked/mm/%g.c" 100 | xargs touch
	made linux-source-6.1 6.1.190-1 "$tmp/source"
	is_full 'at the download' 1500k
	is_full 'at what is in the package' 3000k
	is_full 'before it is unpacked' 8000k
	is_full 'while it is unpacked' 20m,nr_inodes=60
fi
done_testing
