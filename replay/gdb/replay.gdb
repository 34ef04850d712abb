# SPDX-License-Identifier: GPL-2.0
#
# The part in gdb: the verbs of a schedule. gdb is the director here. It stops at
# the kernel's door when a step is over, writes the next one into replay_request,
# and continues; who runs is decided by the kernel alone.
#
# Users call: let, assert, stacks. What ends in -1 is internal.

set pagination off
set confirm off
set width 0
set print frame-arguments scalars
set print address off
set print entry-values no
set startup-with-shell off
set debuginfod enabled off
# The host's libraries have nothing to show, and take time to read.
set auto-solib-add off
set auto-load libthread-db off

# How user-mode Linux works: its page faults, its timer, its interrupts.
handle SIGSEGV SIGTERM SIGABRT SIGUSR1 SIGUSR2 SIGIO SIGALRM SIGVTALRM SIGWINCH SIGCHLD nostop noprint pass
# The limit of processor time: the guest runs and never sleeps.
handle SIGXCPU stop print nopass

# What the hooks and a schedule may ask of the kernel's state, as the kernel spells it.
macro define PageLocked(page) (*(unsigned long *)(page) >> PG_locked & 1)
macro define PageSwapCache(page) (*(unsigned long *)(page) >> PG_swapcache & 1)
macro define tree_entry(facts) ((unsigned long)xa_load(&((struct address_space *)(facts).mapping)->i_pages, (facts).index))
macro define swap_entry_in_tree(facts) (tree_entry(facts) == ((facts).entry << 1 | 1))

# replay-start-1
# Runs the guest to the first question at the door, and gives each actor a
# variable of its name.
define replay-start-1
  break *replay_door
  run
  replay-stopped-1
  set $replay_i = 0
  while $replay_i < replay_nr_actors
    eval "set $%s = &replay_actors[%d]", replay_actors[$replay_i].name, $replay_i
    set $replay_i = $replay_i + 1
  end
end

# replay-stopped-1
# What has stopped the guest? Returns where the door asks for a step, or an actor
# is at the function that it was to enter; otherwise says why not, and ends gdb.
define replay-stopped-1
  if !$_isvoid($_exitcode)
    quit 0
  end
  if !$_isvoid($_siginfo) && $_siginfo.si_signo == 24
    replay-hang-1
  end
  if replay_status == REPLAY_OVER
    stacks
    delete
    continue
    quit 0
  end
end

# replay-hang-1
# The processor time is used up. The kernel cannot say so: it never gets there.
define replay-hang-1
  set $replay_hung = 1
  echo hang\n
  backtrace -frame-info short-location
  stacks
  kill
  quit 0
end

# replay-ask-1 TEXT
# Hands a step to the kernel, and returns at the next stop.
define replay-ask-1
  eval "set var {char[%d]}replay_request = \"%s\"", sizeof($arg0), $arg0
  continue
  replay-stopped-1
end

# replay-enter-1 LOCATION
# Stops the actor of the step at LOCATION, and sends it from there to
# replay_enter(), which keeps every register and comes back to LOCATION. The stack
# tells whose code it is: an interrupt has one of its own.
define replay-enter-1
  set $replay_break = $bpnum
  break $arg0 if (unsigned long)$rsp - (unsigned long)replay_step.actor->task->stack < replay_stack_size
  if $bpnum == $replay_break
    replay-ask-1 "! $arg0 is no function or location of this kernel"
  end
  set $replay_break = $bpnum
  continue
  replay-stopped-1
  delete $replay_break
  set $replay_pc = (unsigned long)$pc
  set $rsp = $rsp - 136
  set {unsigned long}$rsp = $replay_pc
  set $pc = &replay_enter
  continue
  replay-stopped-1
end

# replay-step-1 ACTOR VERB [TARGET]
define replay-step-1
  if $argc == 2
    replay-ask-1 "$arg0 $arg1"
  else
    replay-ask-1 "$arg0 $arg1 $arg2"
  end
  if replay_status == REPLAY_PLACE
    replay-enter-1 $arg2
  end
end

# replay-let-1 ACTOR VERB [TARGET]
# A step as a schedule has it; the prompt of replay/debug has another.
define replay-let-1
  if $argc == 2
    replay-step-1 $arg0 $arg1
  else
    replay-step-1 $arg0 $arg1 $arg2
  end
end

define let
  dont-repeat
  if $argc == 2
    replay-let-1 $arg0 $arg1
  else
    replay-let-1 $arg0 $arg1 $arg2
  end
end
document let
Let one actor run, and nobody else, until the step is over.
Usage: let ACTOR reach LABEL      it is at a label of the kernel, or of its program (:LABEL)
       let ACTOR enter LOCATION   it is at the entry of a function, or any other location
       let ACTOR sleep            it sleeps, whatever it waits for
       let ACTOR block            it sleeps, and only another actor can wake it
       let ACTOR finish           its part is done
A step that does not end so ends the run, and the result is BROKEN.
end

define assert
  dont-repeat
  if $argc == 1
    if !($arg0)
      replay-ask-1 "! the schedule asserts what is not so: $arg0"
    end
  end
  if $argc == 2
    if !($arg0 $arg1)
      replay-ask-1 "! the schedule asserts what is not so: $arg0 $arg1"
    end
  end
  if $argc == 3
    if !($arg0 $arg1 $arg2)
      replay-ask-1 "! the schedule asserts what is not so: $arg0 $arg1 $arg2"
    end
  end
  if $argc == 4
    if !($arg0 $arg1 $arg2 $arg3)
      replay-ask-1 "! the schedule asserts what is not so: $arg0 $arg1 $arg2 $arg3"
    end
  end
  if $argc == 5
    if !($arg0 $arg1 $arg2 $arg3 $arg4)
      replay-ask-1 "! the schedule asserts what is not so: $arg0 $arg1 $arg2 $arg3 $arg4"
    end
  end
  if $argc > 5
    replay-ask-1 "! assert takes five words at most; leave out spaces"
  end
end
document assert
End the run as BROKEN unless an expression, of C and of the kernel's state, is true.
Usage: assert EXPRESSION
Each actor's name is a variable: $swapin->facts has what its last label knew.
end

# replay-actor-1 ACTOR
# The stack of an actor. One that is not running is where its jump buffer says.
define replay-actor-1
  select-frame 0
  set $replay_a = $arg0
  printf "actor %s at %s\n", $replay_a->name, $replay_a->at
  if (unsigned long)$rsp - (unsigned long)$replay_a->task->stack < replay_stack_size
    backtrace -frame-info location
  else
    set $replay_jump = &$replay_a->task->thread.switch_buf[0]
    set $replay_saved_pc = $pc
    set $replay_saved_sp = $rsp
    set $replay_saved_bp = $rbp
    set $replay_saved_bx = $rbx
    set $replay_saved_12 = $r12
    set $replay_saved_13 = $r13
    set $replay_saved_14 = $r14
    set $replay_saved_15 = $r15
    set $rsp = $replay_jump->__rsp
    set $rbp = $replay_jump->__rbp
    set $rbx = $replay_jump->__rbx
    set $r12 = $replay_jump->__r12
    set $r13 = $replay_jump->__r13
    set $r14 = $replay_jump->__r14
    set $r15 = $replay_jump->__r15
    set $pc = $replay_jump->__rip
    backtrace -frame-info location
    set $rsp = $replay_saved_sp
    set $rbp = $replay_saved_bp
    set $rbx = $replay_saved_bx
    set $r12 = $replay_saved_12
    set $r13 = $replay_saved_13
    set $r14 = $replay_saved_14
    set $r15 = $replay_saved_15
    set $pc = $replay_saved_pc
  end
end

define stacks
  dont-repeat
  set $replay_n = 0
  while $replay_n < replay_nr_actors
    if !replay_actors[$replay_n].finished
      replay-actor-1 &replay_actors[$replay_n]
    end
    set $replay_n = $replay_n + 1
  end
end
document stacks
The kernel stack of every actor that has not finished, innermost function first.
Usage: stacks
end

# replay-end-1
# The schedule is over: everybody runs free, and the guest comes to its end.
define replay-end-1
  replay-ask-1 "end"
  echo the guest stopped where nothing was asked\n
  backtrace
  quit 2
end
