# The timer that was due for longest is deleted, and then the other one runs.
case delete
let user finish
let timer finish
let timer finish
