# SPDX-License-Identifier: GPL-2.0
# In a module that is not there yet, as the first of those that the other depends on.
let loader enter vsock_core_register
stacks
let loader reach transport_registered
let loader reach :loaded
let loader enter vsock_core_unregister

# It went, and comes again: at another place, or at the same.
let loader reach :unloaded
let loader enter vsock_core_register
let loader finish
