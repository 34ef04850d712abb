case delayed
let user finish
let other finish
