# Who flushes an item that is due waits for it.
case flush
let user reach :asked
let other finish
let user block
let work finish
let user finish
