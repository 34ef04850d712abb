#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# The report of a check in which one cell is not as expected, and one is BROKEN.
set -eu
. "$(dirname -- "$0")/tap.sh"

unset SCENARIOS
copy_project
find "$copy/scenarios" -mindepth 2 -maxdepth 2 ! -name lib ! -name punch-fault -exec rm -r {} +
races=$copy/scenarios/shmem/punch-fault
rm -r "$races"/sendfile.gdb "$races"/store.gdb "$races"/expected/sendfile "$races"/expected/store
sed -i 's/^outcome user space sees: .*/outcome user space sees: SIGBUS/' "$races/expected/enoent"
sed 's/^let punch reach trylock_failed/let punch reach swapin_lost/' "$copy/scenarios/shmem/lib/punched.gdb" >"$races/read.gdb"
rm "$races"/expected/read/[!m]* "$races"/expected/delete "$races"/expected/enoent-retry
# What the page shows must not become a part of it.
sed -i 's,^# The hole,# <b>&</b>,' "$copy/scenarios/shmem/lib/punched.gdb"

attempt "$copy/replay/cmd/check" --only scenarios --keep "$tmp/kept" 6.1
attempt "$copy/replay/cmd/report" --from "$tmp/kept" --to "$tmp/report"
test_that 'something is not as it should be: 1' status_is 1
test_that 'says how many' says '2 as expected (1 of them XFAIL), 2 not, 0 skipped'

page=$tmp/report/report.html
# shellcheck disable=SC2016 # the inner shell expands it
test_that 'HTML: tidy finds nothing' eval '[ -z "$(tidy -q -e "$page" 2>&1)" ]'
# shellcheck disable=SC2016
test_that 'HTML: one file, nothing from elsewhere, no script' \
	eval '! grep -nE "https?:|//[a-z]|src=|@import|url\(|<script|<link|<iframe" "$page"'
# shellcheck disable=SC2016
test_that 'HTML: no path of this machine' eval '! grep -n "$tmp" "$page"'
test_that 'HTML: text stays text' grep -q '&lt;b&gt;# The hole' "$page"

# before TEXT TEXT: in the page, the first comes before the second.
before()
{
	awk -v a="$1" -v b="$2" '!at && index($0, a) { at = NR } !bt && index($0, b) { bt = NR }
		END { exit !(at && bt && at < bt) }' "$page"
}

test_that 'failures first' before 'Not as it should be' 'class="matrix"'
test_that 'a failure: the difference' before '-outcome user space sees: SIGBUS' 'class="matrix"'
test_that 'a failure: why the order was not reached' before "'punch' finished, and the step was to end before" 'class="matrix"'

# row NAME: what the page says of it at its top.
row()
{
	sed -n "s,^<tr><th scope=\"row\">$1</th><td>\(.*\)</td></tr>,\1,p" "$page"
}

# row_has NAME PATTERN
row_has()
{
	row "$1" | grep -qE "$2" || { row "$1"; return 1; }
}

test_that 'when, and how long' row_has when '^20[0-9]{2}-[0-9-]* [0-9:]* UTC, in [0-9]+ s$'
test_that 'the command' row_has command '^uml-replay check --only scenarios 6\.1$'
test_that 'the revision of the tool' row_has tool '^(commit [0-9a-f]{12}; )?sum of its files [0-9a-f]{16}$'
test_that 'the version of the kernel' row_has kernel '^6\.1 \(6\.1\.[^ ]*\)$'
test_that 'the host' row_has host "^$(uname -n): Linux "
test_that 'a failure that is expected is no green one' grep -q '<td class="xfail"><a href="#6.1-punch-fault-bug-on">panic (XFAIL)</a></td>' "$page"
test_that 'a name for each cell' grep -q 'id="6.1-punch-fault-enoent"' "$page"
test_that 'a name for a cell of a further schedule' grep -q 'id="6.1-punch-fault/read-mainline"' "$page"
test_that 'the row that differs is marked' [ "$(grep -c '<tr class="differs">' "$page")" = 1 ]
test_that 'it says what was expected, and what was found' grep -q '<tr class="differs"><th scope="row">user space sees</th><td>SIGBUS</td><td>0x00</td>' "$page"
test_that 'a diff is coloured' grep -q '^<ins>+outcome user space sees: 0x00</ins>$' "$page"
test_that 'a step stands beside the lane' grep -q 'class="step">1  let swapin reach swapin_confirmed</text>' "$page"
test_that 'a lock that is held stands below the step' grep -q 'class="remark">swapin holds &amp;mm-&gt;mmap_lock</text>' "$page"
test_that 'the step that was not reached is marked' grep -q 'class="step broken">2  let punch reach swapin_lost</text>' "$page"
test_that 'a variant beside mainline' grep -q '^<ins>B               delete_from_swap_cache()</ins>$' "$page"
test_that 'the commands' grep -q 'uml-replay debug punch-fault --kernel 6.1 --variant bug-on' "$page"

md=$tmp/report/report.md
test_that 'report.md: the matrix' grep -qF '| punch-fault | 0x00, 1 left | panic (XFAIL) | **0x00 (not ok)** |' "$md"
test_that 'report.md: the failure' grep -qF '## Not ok: punch-fault, kernel 6.1, variant enoent' "$md"

# junit PATH: what an XML reader finds there.
junit()
{
	xmllint --xpath "string($1)" "$tmp/report/junit.xml"
}

test_that 'JUnit: the numbers' [ "$(junit /testsuites/@tests) $(junit /testsuites/@failures) $(junit /testsuites/@errors)" = '4 1 1' ]
test_that 'JUnit: which failed' [ "$(junit '//testcase[failure][1]/@name')" = enoent ]
test_that 'JUnit: what failed' [ "$(junit '//failure/@message')" = 'user space sees: SIGBUS was expected, and 0x00 found' ]
test_that 'JUnit: which step was not reached' [ "$(junit '//error/@message')" = "BROKEN: step 2 (punch reach swapin_lost): 'punch' finished, and the step was to end before" ]
test_that 'JUnit: the host' [ "$(junit '//testsuite/@hostname')" = "$(uname -n)" ]
# shellcheck disable=SC2016 # the inner shell expands it
test_that 'JUnit: the time of each' eval 'junit "count(//testcase[@time > 0.1 and @time < 100])" | grep -qx 4'
# shellcheck disable=SC2016
test_that 'JUnit: the time of all' eval '[ "$(junit "round(sum(//testcase/@time) * 1000)")" = "$(junit "round(/testsuites/@time * 1000)")" ]'

# The same results in tables.
attempt "$copy/replay/cmd/matrix" --from "$tmp/kept" --markdown
test_that 'matrix --from: what was observed' says '| punch-fault | 0x00, 1 left | panic | 0x00 |'
test_that 'matrix --from: what is not as it should be' says 'punch-fault on kernel 6.1: enoent is PASS'
test_that 'matrix --from: and that is 1' status_is 1
attempt "$copy/replay/cmd/matrix" --from "$tmp/report"
test_that 'matrix --from: where no results are' says "no results are in '$tmp/report'"

# The same whatever the language and the terminal of its user are.
if localedef -i de_DE -f UTF-8 "$tmp/de_DE.UTF-8" 2>/dev/null; then
	attempt env LOCPATH="$tmp" LC_ALL=de_DE.UTF-8 COLUMNS=40 "$copy/replay/cmd/report" --from "$tmp/kept" --to "$tmp/german"
	test_that 'the same in German, in 40 columns' diff -r "$tmp/report" "$tmp/german"
else
	skip_test 'the same in German' 'localedef has no German here; that is in the package locales'
fi

# Without results it makes them.
attempt "$copy/replay/cmd/report" --to "$tmp/own" 6.1
test_that 'without --from: 1' status_is 1
test_that 'without --from: the command' grep -q '<td>uml-replay report 6.1</td>' "$tmp/own/report.html"
attempt "$copy/replay/cmd/matrix" --markdown 6.1
test_that 'matrix without --from: what was observed' says '| punch-fault | 0x00, 1 left | panic | 0x00 |'
test_that 'matrix without --from: what is not as it should be' says 'punch-fault/read on kernel 6.1: mainline is BROKEN'
test_that 'matrix without --from: a variant may do what it does' says_not 'enoent is'
test_that 'matrix without --from: 1' status_is 1

# Whoever reads it may have seen enough.
{
	trap '' PIPE
	status=0
	"$copy/replay/cmd/report" --from "$tmp/kept" --to "$tmp/report" 2>"$tmp/error" || status=$?
	echo "$status" >"$tmp/status"
} | :
while [ ! -e "$tmp/status" ]; do :; done
test_that 'into a pipe that nobody reads: nothing of that' [ ! -s "$tmp/error" ]
test_that 'into a pipe that nobody reads: its status' grep -qx 1 "$tmp/status"

# Of a tree, and two whose names would be the same.
cp -r "$tmp/kept" "$tmp/trees"
awk -F '\t' -v OFS='\t' '{ $3 = NR > 2 ? "/else/linux:v6.6~1" : "/my trees/linux:v6.6~1"; if ($4 == "enoent") $4 = "mainline"; print }' "$tmp/kept/cells" >"$tmp/trees/cells"
attempt "$copy/replay/cmd/report" --from "$tmp/trees" --to "$tmp/of-trees"
test_that 'a tree: the name has the last part of its path' grep -q 'id="linux:v6.6~1-punch-fault-mainline"' "$tmp/of-trees/report.html"
test_that 'a name that is taken gets a number' grep -q 'id="linux:v6.6~1-punch-fault-mainline-2"' "$tmp/of-trees/report.html"
# shellcheck disable=SC2016
test_that 'a tree: tidy finds nothing' eval '[ -z "$(tidy -q -e "$tmp/of-trees/report.html" 2>&1)" ]'
test_that 'several kernels: one can be chosen' grep -q 'name="kernel" value="k2"> /else/linux:v6.6~1<' "$tmp/of-trees/report.html"

if ! command -v chromium >/dev/null; then
	skip_test 'in a browser' 'chromium is not installed'
	done_testing
	exit
fi

# The page in a frame, since no window is as narrow as a phone; it says what it sees,
# and that is the title of what is around it.
{
	cat "$page"
	cat <<'EOF'
<script>
const all = what => [...document.querySelectorAll(what)];
const seen = what => all(what).filter(e => e.checkVisibility()).length;
const choose = (name, value) => document.querySelector(`input[name=${name}][value=${value}]`).checked = true;
const leads_to_closed = a => {
	const cell = document.getElementById(a.getAttribute("href").slice(1)).closest(".cell");
	return cell && !cell.querySelector("pre").checkVisibility();
};
const at_first = seen("svg");
choose("cells", "open");
const open = seen("svg");
choose("cells", "as-they-are");
const chosen = ["ok", "xfail", "not-ok", "skip"].map(state => (choose("show", state), seen(".cell")));
choose("show", "all");
choose("columns", "two");
const beside = new Set(all(".cell").map(e => e.getBoundingClientRect().left)).size > 1;
choose("columns", "one");
const closed = all("a").filter(a => {
	all(".cell").forEach(cell => cell.open = false);
	location.hash = a.getAttribute("href");
	return leads_to_closed(a);
}).length;
all(".is-not-ok").forEach(cell => cell.open = true);
const box = what => document.querySelector(what).getBoundingClientRect();
parent.postMessage([
	`width ${innerWidth}`,
	`cells ${all(".matrix td[class]").length}`,
	`open ${at_first}, then ${open}`,
	`chosen ${chosen}`,
	`links ${all("a").length > 10}`,
	`that lead to what is closed ${closed}`,
	`beside each other ${beside}`,
	`room ${box(".kernel .scroll").width > innerWidth * 0.85}`,
	`diagram ${box("svg").height > 200}`,
	`text ${box("svg text.call").height > 9}`,
	`too wide ${document.documentElement.scrollWidth > innerWidth}`,
	`ground ${getComputedStyle(document.body).backgroundColor}`
].join("; "), "*");
</script>
EOF
} >"$tmp/test.html"

# browser WIDTH [OPTION]...
browser()
{
	width=$1
	shift
	cat >"$tmp/frame.html" <<-EOF
	<!DOCTYPE html>
	<iframe src="test.html" style="width: ${width}px; height: 900px; border: 0"></iframe>
	<script>onmessage = said => document.title = said.data;</script>
	EOF
	HOME=$tmp timeout 60 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$tmp/chromium" \
		--window-size=1400,950 --virtual-time-budget=5000 "$@" --dump-dom "file://$tmp/frame.html" >"$tmp/dom" 2>"$tmp/log" || :
	grep -o '<title>.*</title>' "$tmp/dom" >"$tmp/out" || tail -n 1 "$tmp/log" >"$tmp/out"
}

# a name, the colour of the ground, whether two cells are side by side, and the browser's options
in_browser()
{
	name=$1 ground=$2 beside=$3
	shift 3
	browser "$@"
	for text in "width $width;" 'cells 4;' 'open 2, then 4;' 'chosen 1,1,2,0;' 'links true;' 'that lead to what is closed 0;' "beside each other $beside;" 'room true;' 'diagram true;' 'text true;' 'too wide false;' "ground $ground"; do
		test_that "in a browser, $name: $text" says "$text"
	done
}

in_browser 'at a desk' 'rgb(255, 255, 255)' true 1280
in_browser 'on a phone, dark' 'rgb(20, 23, 27)' false 390 --blink-settings=preferredColorScheme=0
done_testing
