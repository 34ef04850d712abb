# It is let, and was taken back.
let user finish
let work finish
