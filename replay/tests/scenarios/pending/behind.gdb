# The second is behind the first.
case ordered
let user reach :asked
let second finish
