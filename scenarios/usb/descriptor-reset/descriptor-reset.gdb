# SPDX-License-Identifier: GPL-2.0
# The device has been asked for its descriptor anew, which is not compared yet.
let reset enter descriptors_changed

# Without the fix the device has nine configurations meanwhile, and memory for one.
let reader finish
stacks
let reset finish
