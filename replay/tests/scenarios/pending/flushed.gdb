# Who flushes a pending item waits for it.
case flush
let user block
let work finish
let user finish
let other finish
