# The reader has copied the first page, and is about to copy the second. This function is called for
# each page, whatever the file is in.
let reader enter copy_page_to_iter
let reader enter copy_page_to_iter

let writer finish
let reader finish
