#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# What a scenario needs of its kernel, and what becomes of it where that cannot be had. Nothing is built.
set -eu
. "$(dirname -- "$0")/tap.sh"

# needing NAME LINE...: a scenario that needs this.
needing()
{
	mkdir -p "$tmp/races/of/$1"
	cp "$tests/scenarios/lost-update/lost-update.c" "$tmp/races/of/$1/$1.c"
	cp "$tests/scenarios/lost-update/lost-update.gdb" "$tmp/races/of/$1/$1.gdb"
	name=$1
	shift
	printf '%s\n' "$@" >"$tmp/races/of/$name/needs"
}
SCENARIOS=$tmp/races
needing plug '# A cable.' dummy_hcd
needing early 'kernel < 6.1'
needing late 'kernel >= 6.1' 'kernel < 6.12'
sed -i '1i /*\n * Two lines,\n * which are one sentence.\n */' "$tmp/races/of/late/late.c"
needing wrong dummy_hdc
needing sign 'kernel => 6.1'

# skipped WHY COMMAND...: it is SKIP, and says why.
skipped()
{
	why=$1
	shift
	attempt "$@"
	test_that "$(basename "$1") $2: SKIP" status_is 77
	test_that "$(basename "$1") $2: says '$why'" says "SKIP: scenario '$why"
}
skipped "plug' needs dummy_hcd, which kernel 5.10 cannot have: there is no UML_PCI_OVER_VIRTIO" \
	"$replay/cmd/run" plug --kernel 5.10
skipped "early' needs a kernel < 6.1, and this is 6.12" "$replay/cmd/build" 6.12 mainline early
skipped "late' needs a kernel < 6.12, and this is 7.2" "$replay/cmd/verify" late --kernel 7.2
skipped "late' needs a kernel >= 6.1, and this is 5.10" "$replay/cmd/expect" late --kernel 5.10
attempt "$replay/cmd/run" wrong
test_that 'a recipe that is not there: BROKEN' status_is 2
test_that 'a recipe that is not there: says which are' says "says 'dummy_hdc' in 'needs', and no recipe is named so; the recipes are: kasan "
attempt "$replay/cmd/run" sign
test_that 'a kernel that is said wrong: BROKEN' status_is 2
test_that 'a kernel that is said wrong: says how' says "says 'kernel => 6.1' in 'needs'; a line there is"

attempt "$replay/cmd/list" late
test_that 'list: the series that has it' grep -q '^  6.1 *mainline' "$tmp/out"
test_that 'list: the series that has it not' grep -q '^  7.2 *SKIP: it needs a kernel < 6.12' "$tmp/out"
attempt "$replay/cmd/list" "$tests/scenarios/modules"
test_that 'list: the series that cannot have a recipe' grep -q '^  5.10 *SKIP: it needs kasan, which' "$tmp/out"
attempt "$replay/cmd/list"
test_that 'list: the whole sentence' grep -q '^  late  *Two lines, which are one sentence\.$' "$tmp/out"
attempt "$replay/cmd/list" --needs
test_that 'list --needs: what there is' grep -q '^dummy_hcd  *USB controller .*(6.1 6.12 7.2)$' "$tmp/out"
test_that 'list --needs: why not' says '    not 5.10: it came with v6.0'

copy_project
# asked: what plug asks of a kernel, in the copy.
asked()
{
	# shellcheck disable=SC2016 # it is expanded there
	sh -c '. "${0%/*}/../lib/lib.sh"; parts_of "$1"; cat_asked /dev/null' "$copy/replay/tests/needs.t" "$tmp/races/of/plug"
}
asked >"$tmp/asked"
sed -i 's/^CONFIG_USB_DUMMY_HCD=y/CONFIG_USB_DUMMY_HCD=m/' "$copy/uml-config/wide.config"
asked >"$tmp/asked.m"
differs() { ! cmp -s "$1" "$2"; }
test_that 'an option of another value is another kernel' differs "$tmp/asked" "$tmp/asked.m"
sed -i 's/^CONFIG_USB_DUMMY_HCD=m/CONFIG_USB_DUMMY_HCD=y/' "$copy/uml-config/wide.config"

# With no other scenario.
rm -rf "$copy"/scenarios/*/* "$tmp/races/of/wrong" "$tmp/races/of/sign" "$tmp/races/of/late"
attempt "$copy/replay/cmd/matrix" 5.10
test_that 'matrix: why' says "plug on kernel 5.10, variant mainline: scenario 'plug' needs dummy_hcd"
rm -rf "$tmp/races/of/early"
attempt "$copy/replay/cmd/check" --only scenarios --keep "$tmp/kept" 5.10
test_that 'check: SKIP' says "ok 1 plug 5.10 mainline # SKIP "
test_that 'check: why' says "needs dummy_hcd, which kernel 5.10 cannot have"
attempt "$replay/cmd/report" --from "$tmp/kept" --to "$tmp/report"
test_that 'report: why' grep -q 'skipped message=".*needs dummy_hcd' "$tmp/report/junit.xml"

# The wide kernel has every recipe, and is not built in passing.
printf '%s\n' wide '# CONFIG_KASAN is not set' >"$tmp/races/of/plug/config"
attempt "$copy/replay/cmd/check" --only scenarios 6.1
test_that 'check: wide that nobody has built: SKIP' says "# SKIP uml-replay build: SKIP: nobody has built the wide kernel of 6.1 here"
test_that 'check: wide that nobody has built: how to' says "build 6.1 mainline plug' does"
echo wide >"$tmp/races/of/plug/config"
test_that 'wide has what is needed' [ "$(objects_of "$tmp/races/of/plug")" = wide ]
"$replay/uml-replay" list --needs | sed -n "s/^\\([a-z0-9_][a-z0-9_]*\\) .*/\\1/p" >"$tmp/races/of/plug/needs"
of_scenario "$tmp/races/of/plug" needed_options | tr -d = | while read -r option; do
	grep -qE "^$option=" "$top/uml-config/wide.config" "$top/uml-config/replay.config" || echo "$option"
done >"$tmp/none"
test_that 'every option of a recipe is a line of wide' [ ! -s "$tmp/none" ]

# Without it, a recipe is lines of Kconfig, and objects of its own.
rm "$tmp/races/of/plug/config"
of_scenario "$tmp/races/of/plug" own_config 6.1 >"$tmp/lines"
test_that 'a recipe has its lines' grep -qx CONFIG_USB_DUMMY_HCD=y "$tmp/lines"
test_that 'and those that it is made of' grep -qx CONFIG_UML_PCI_OVER_VIRTIO=y "$tmp/lines"
test_that 'its objects are its own' [ "$(objects_of "$tmp/races/of/plug")" != "$(objects_of "$tmp")" ]
test_that 'nothing is left' nothing_left
done_testing
