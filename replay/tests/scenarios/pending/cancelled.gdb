# It is due, and taken back: no later step can let it.
let user reach :asked
let other finish
let user finish
let work finish
