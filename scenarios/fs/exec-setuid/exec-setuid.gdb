# SPDX-License-Identifier: GPL-2.0
# It was allowed to open the program, and who it is to run as is not looked up yet.
let runner enter begin_new_exec

let changer enter chmod_common
let changer finish
stacks
let runner finish
