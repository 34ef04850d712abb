# Both turns are due.
case timers
let user reach :asked
let timer#2 finish
let user finish
let other finish
