# The reader has the first page, and comes back for the second.
let reader enter shmem_get_folio
let reader enter shmem_get_folio

let writer finish
let reader finish
