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

attempt "$copy/replay/cmd/report" --to "$tmp/report" 6.1
test_that 'something is not as it should be: 1' status_is 1
test_that 'says how many' says '2 as expected, 2 not, 0 skipped'

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
test_that 'the commands' grep -q 'uml-replay debug punch-fault --kernel 6.1 --variant bug-on' "$page"

md=$tmp/report/report.md
test_that 'report.md: the matrix' grep -qF '| punch-fault | 0x00, 1 left | panic | **0x00 (not ok)** |' "$md"
test_that 'report.md: the failure' grep -qF '## Not ok: punch-fault, kernel 6.1, variant enoent' "$md"

# junit PATH: what an XML reader finds there.
junit()
{
	xmllint --xpath "string($1)" "$tmp/report/junit.xml"
}

test_that 'JUnit: the numbers' [ "$(junit /testsuites/@tests) $(junit /testsuites/@failures)" = '4 2' ]
test_that 'JUnit: which failed' [ "$(junit '//testcase[failure][1]/@name')" = enoent ]

if ! command -v chromium >/dev/null; then
	nr=$((nr + 1))
	echo "ok $nr # SKIP chromium is not installed"
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
const box = what => document.querySelector(what).getBoundingClientRect();
parent.postMessage([
	`width ${innerWidth}`,
	`cells ${all(".matrix td.ok, .matrix td.not-ok").length}`,
	`dead links ${all("a").filter(a => !document.querySelector(a.getAttribute("href"))).length}`,
	`open ${all("details[open] svg").length}`,
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

# a name, the colour of the ground, and the browser's options
in_browser()
{
	name=$1 ground=$2
	shift 2
	browser "$@"
	for text in "width $width;" 'cells 4;' 'dead links 0;' 'open 2;' 'diagram true;' 'text true;' 'too wide false;' "ground $ground"; do
		test_that "in a browser, $name: $text" says "$text"
	done
}

in_browser 'at a desk' 'rgb(255, 255, 255)' 1280
in_browser 'on a phone, dark' 'rgb(20, 23, 27)' 390 --blink-settings=preferredColorScheme=0
done_testing
