# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# Run directories that a command needs and its user has not given. A view reads run directories and makes none;
# where its user names what is to be run instead, it is run and kept here first, by the commands that
# do so: run makes one run, and check those of a report.

# make_run DIR ARGUMENT...: 'uml-replay run --keep DIR'; $status is that of it, and $made_log has what it said. Of
# a fault of the host, or a signal, nothing can be made.
make_run()
{
	made=$1 made_log=${runs:-${tmp-}}/made.log status=0
	shift
	quietly "$made_log" "$replay/cmd/run" "$@" --keep "$made" || status=$?
	case $status in
	0|"$FAIL"|"$BROKEN"|"$SKIP") ;;
	*) no_run ;;
	esac
}

# need_run DIR ARGUMENT...: the same, where nothing can be made of a run that is neither PASS nor FAIL.
need_run()
{
	make_run "$@"
	[ "$status" -le "$FAIL" ] || no_run
}

# no_run: what the run said, and its status, are those of this script.
no_run()
{
	cat "$made_log" >&2
	end "$status"
}

# make_checked DIR [KERNEL]...: 'uml-replay check --keep DIR' of the scenarios.
make_checked()
{
	made=$1 made_log=${runs:-${tmp-}}/made.log status=0
	shift
	"$replay/cmd/check" --only scenarios --keep "$made" "$@" >"$made_log" || status=$?
	[ -e "$made/cells" ] || no_run
}

# make_cells DIR KERNEL...: each scenario on its variants of these kernels, run once without gdb. Of mainline the
# status is 0 where the result is the expected one; what a variant makes of it is for who looks at it.
make_cells()
{
	cells=$1 nr=0
	shift
	mkdir -p "$cells"
	for kernel; do
		for scenario in $(scenario_names); do
			parts_named "$scenario"
			for variant in $(variants_for "$kernel"); do
				say "$scenario, kernel $kernel, variant $variant"
				nr=$((nr + 1))
				make_run "$cells/$nr" "$scenario" --kernel "$kernel" --variant "$variant" --direct --quiet
				mkdir -p "$cells/$nr"
				mv "$made_log" "$cells/$nr/why"
				case $variant,$status in
				*,"$SKIP") ;;
				mainline,*)
					wanted=$(result_expected "$kernel" mainline)
					if [ "$(result_of "$cells/$nr")" = "$wanted" ]; then status=0; elif [ "$status" = 0 ]; then status=$FAIL; fi ;;
				*) status=0 ;;
				esac
				cell_line "$nr" "$scenario" "$kernel" "$variant" "$status" ''
			done
		done
	done >"$cells/cells"
}
