# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # set here for who reads it, and by who reads it
#
# A cell is what a scenario makes of a variant of a kernel. A directory of cells has a list of them,
# cells, and of each the files of its run in NR/. check and explore make one, report and matrix read it.

# cell_line NR SCENARIO KERNEL VARIANT STATUS MS: a line of the list. STATUS is that of its check, or of
# an execution; MS is how long it took, or empty.
cell_line()
{
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$@"
}

# cells_begin: the time counts from now. cells_meta: the meta of the directory, for what $command has made it.
cells_begin()
{
	begun=$(date -u +%Y-%m-%dT%H:%M:%SZ)
	begun_s=$(date +%s)
}

cells_meta()
{
	printf '%s\n' "command=$command" "begun=$begun" "took=$(($(date +%s) - begun_s))"
}

# cells_in DIR: the list. Where several cells are of one scenario, kernel and variant, as the executions of an
# exploration are, the variant has the NR behind it.
cells_in()
{
	[ -r "$1/cells" ] ||
		die "no results are in '$1'; 'uml-replay check --keep DIR' and 'uml-replay explore --out DIR' put them there"
	[ -s "$1/cells" ] || die "nothing was checked: '$1/cells' is empty"
	awk -F '\t' -v OFS='\t' 'NR == FNR { of[$2, $3, $4]++; next }
		of[$2, $3, $4] > 1 { $4 = $4 " " $1 } 1' "$1/cells" "$1/cells"
}

# result_of RUN: the word, PASS, FAIL or BROKEN; of what came to no run, BROKEN.
result_of()
{
	cat "$1/result" 2>/dev/null || echo BROKEN
}

# cells_take DIR [remove]: what an earlier check has put there may go, and what somebody else has there is refused.
cells_take()
{
	for kept in "$1"/[0-9]*; do
		case ${kept##*/} in *[!0-9]*) continue ;; esac
		[ -e "$kept" ] || continue
		cut -f 1 "$1/cells" 2>/dev/null | grep -qx -- "${kept##*/}" ||
			die "'$kept' is where a run would go, and no check has put it there; give another directory as --keep"
		[ "${2-}" != remove ] || rm -rf -- "$kept"
	done
}
