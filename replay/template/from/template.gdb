# The tasks of the program are the actors: t1 is its main thread, and the next one that begins is t2.
let t1 sleep or finish
