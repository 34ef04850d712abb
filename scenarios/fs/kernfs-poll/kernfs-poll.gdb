# SPDX-License-Identifier: GPL-2.0
# Nothing is wrong yet.
let poller reach :polled

# Hidden, the file is released; then it is shown again.
let hider reach :hidden
let hider enter kernfs_show
let hider finish
let poller finish
