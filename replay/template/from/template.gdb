# The tasks of the program are the actors: t1 is its main thread, and who begins next is t2.
let t1 sleep or finish
