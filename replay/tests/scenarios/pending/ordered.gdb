# In their order.
case ordered
let user finish
let first finish
let second finish
let other finish
