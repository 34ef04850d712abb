# It is not pending any more in its turn, and is queued again.
case again
let user reach :asked
let work finish
let user finish
let work finish
let other finish
