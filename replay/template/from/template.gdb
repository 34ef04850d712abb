# The tasks of the program are the actors: t1 is its main thread, and the next that is created is t2.
let t1 sleep or finish
