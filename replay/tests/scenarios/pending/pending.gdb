# An item that is due is pending: it is cancelled, and never runs.
let user reach :asked
let other finish
let user finish
