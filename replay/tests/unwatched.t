#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Where explore does not see an access, it says so, and claims nothing.
# Turn 2: it builds kernels.
set -eu
. "$(dirname -- "$0")/tap.sh"

copy_project
echo '! fs/read_write.c' >>"$copy/uml-config/watched"
attempt "$copy/replay/cmd/explore" one-position --confirm none
test_that 'a file that is not watched: said' says 'executions 10 and 01 have the same happens-before graph'
test_that 'a file that is not watched: the status' status_is 2
rm -rf "$("$copy/replay/cmd/build" 6.1 mainline one-position)"
sed -i 's/-fsanitize=thread//' "$copy/replay/libexec/guest-image"
cp "$top/uml-config/watched" "$copy/uml-config/watched"
attempt "$copy/replay/cmd/explore" lost-update --confirm none
test_that 'a program that is not watched: said' says 'have the same happens-before graph'
test_that 'a program that is not watched: the status' status_is 2

done_testing
