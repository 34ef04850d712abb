# SPDX-License-Identifier: GPL-2.0
# The order: one actor runs, and nobody else, until its step is over.
#
#   let A reach LABEL       at a label of the kernel, or :LABEL of its program
#   let A enter FUNCTION    at the entry of a function
#   let A sleep             goes to sleep, whatever it waits for
#   let A block             sleeps on something that only another actor can give
#   let A finish            is done
#
# 'make points' lists the labels, 'make points FUNCTION=shmem_*' functions.

# The reader has the first page, and comes back for the second.
let reader enter shmem_get_folio
let reader enter shmem_get_folio

let writer finish
let reader finish
