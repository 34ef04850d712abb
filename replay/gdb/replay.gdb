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
# The host's libraries have nothing to show, and take time to read; where their debugging symbols
# are installed those of the dynamic linker are read all the same, longer than the kernel's own.
set auto-solib-add off
set auto-load libthread-db off
set debug-file-directory

# How user-mode Linux works: its page faults, its timer, its interrupts.
handle SIGSEGV SIGTERM SIGABRT SIGUSR1 SIGUSR2 SIGIO SIGALRM SIGVTALRM SIGWINCH SIGCHLD nostop noprint pass
# The limit of processor time: the guest runs and never sleeps.
handle SIGXCPU stop print nopass

# Nothing here calls a function of the guest, or sets a register of it: on some hosts gdb cannot.
set may-call-functions off

# What the hooks and a schedule may ask of the kernel's state, as the kernel spells it.
macro define PageLocked(page) (*(unsigned long *)(page) >> PG_locked & 1)
macro define PageSwapCache(page) (*(unsigned long *)(page) >> PG_swapcache & 1)
# xa_load(), by memory alone and without a type, which gdb takes long to find. A node has 2 in its
# lowest bits, and in its first byte how far the index is shifted at its level.
macro define xa_is_node(entry) (((entry) & 3) == 2 && (entry) > 4096)
macro define xa_slot(index) ((index) >> *(unsigned char *)($replay_x - 2))
macro define xa_top(index) ($replay_x = xa_is_node($replay_x) ? xa_slot(index) < replay_tree.chunk ? $replay_x : 0 : (index) ? 0 : $replay_x)
macro define xa_down(index) ($replay_x = xa_is_node($replay_x) ? ((unsigned long *)($replay_x - 2 + replay_tree.slots))[xa_slot(index) & (replay_tree.chunk - 1)] : $replay_x)
macro define tree_load(mapping, index) ($replay_x = *(unsigned long *)((unsigned long)(mapping) + replay_tree.head), xa_top(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), $replay_x)
macro define tree_entry(facts) tree_load((facts).mapping, (facts).index)
macro define swap_entry_in_tree(facts) (tree_entry(facts) == ((facts).entry << 1 | 1))

# replay-start-1
# Runs the guest to the first question at the door, and gives each actor a
# variable of its name.
define replay-start-1
  break *replay_door
  commands
    silent
  end
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
  kill
  quit 0
end

# replay-ask-1 TEXT
# Hands a step to the kernel, and returns at the next stop.
define replay-ask-1
  # Byte by byte: as a whole a string may be copied into the guest first, by a call of its malloc().
  set $replay_text = $arg0
  set $replay_i = 0
  while $replay_i < sizeof($replay_text)
    set var replay_request[$replay_i] = $replay_text[$replay_i]
    set $replay_i = $replay_i + 1
  end
  continue
  replay-stopped-1
end

# replay-enter-1 LOCATION
# Stops the actor of the step at LOCATION, and writes a jump to replay_place() over the
# instruction there, which puts it back, and comes back to it. The stack tells whose code
# it is: an interrupt has one of its own.
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
  set var replay_place_address = (unsigned long)$pc
  set var replay_place_code = *(unsigned long *)replay_place_address
  set {unsigned char}replay_place_address = 0xe9
  set {int}(replay_place_address + 1) = (unsigned long)&replay_place - (replay_place_address + 5)
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

define stacks
  dont-repeat
  replay-ask-1 "stacks"
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
