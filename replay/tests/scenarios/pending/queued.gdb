# An item that is pending is queued once.
case again
let user finish
let work finish
let other finish
