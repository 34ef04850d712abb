# A pending item is cancelled: it never runs.
let user finish
let other finish
