# SPDX-License-Identifier: GPL-2.0
# As long as the softirq is kept nothing queues the work.
let remover reach :removed
let killed finish
