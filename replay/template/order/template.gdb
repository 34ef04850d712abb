# The reader has copied the first page, and looks up the second.
let reader enter shmem_get_folio
let reader enter shmem_get_folio

let writer finish
let reader finish
