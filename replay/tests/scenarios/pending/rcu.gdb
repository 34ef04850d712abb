# Both turns are due; who waits for all callbacks waits for both.
case rcu
let user reach :asked
let other block
let rcu#2 finish
let other finish
let user finish
