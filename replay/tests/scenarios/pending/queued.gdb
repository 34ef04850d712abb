# An item that is due is pending: it is queued once.
case again
let user reach :asked
let other finish
let user finish
let work finish
