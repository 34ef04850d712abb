# SPDX-License-Identifier: GPL-2.0
#
# The verbs of a schedule. gdb stops in replay_door() when a step is over, writes the next
# step into replay_request, and continues. Only the kernel decides which actor runs.
#
# Users call let and stacks; for assert, the host writes replay-assert-1. A name that ends with -1 is internal.

set pagination off
set confirm off
set width 0
set print frame-arguments scalars
set print address off
set print entry-values no
# Where a breakpoint of the schedule's has stopped, without the source line.
set print frame-info location
set print inferior-events off
set startup-with-shell off
set debuginfod enabled off
# Do not read the host's libraries: they have nothing to show, and take time. If their debugging symbols
# are installed, gdb would read those of the dynamic linker all the same, for longer than the kernel's.
set auto-solib-add off
set auto-load libthread-db off
set debug-file-directory

# User-mode Linux uses these signals for page faults, timers and interrupts.
handle SIGSEGV SIGTERM SIGABRT SIGUSR1 SIGUSR2 SIGIO SIGALRM SIGVTALRM SIGWINCH SIGCHLD nostop noprint pass
# The limit of processor time: the guest runs and never sleeps. The kernel says where.
handle SIGXCPU nostop noprint pass

# Nothing here calls a function of the guest, or sets a register: on some hosts gdb cannot.
set may-call-functions off

# replay-go-1
# Lets the guest run up to the next stop.
define replay-go-1
  set $replay_going = 1
  continue
  set $replay_going = 0
end

# replay-door-1
# The stop at replay_door(), which is no word of the schedule's.
define replay-door-1
  break *replay_door
  commands
    silent
  end
end

# replay-start-1
# Runs the guest to its first stop in replay_door(), and sets a variable with the name of each actor.
define replay-start-1
  replay-door-1
  set $replay_going = 1
  run
  set $replay_going = 0
  replay-stopped-1
  set $replay_i = 0
  while $replay_i < replay_nr_actors
    eval "set $%s = &replay_actors[%d]", replay_actors[$replay_i].name, $replay_i
    set $replay_i = $replay_i + 1
  end
end

# replay-stopped-1
# What has stopped the guest? Returns if replay_door() asks for a step, or if an actor is at the
# function that it was to enter. Otherwise it prints why not, and ends gdb.
define replay-stopped-1
  if !$_isvoid($_exitcode)
    quit 0
  end
  if replay_status == REPLAY_OVER
    delete
    replay-go-1
    quit 0
  end
end

# replay-finish-1
# Goes on with a step that a breakpoint of the user's has stopped, up to replay_door().
define replay-finish-1
  while $pc != (unsigned long)&replay_door
    replay-go-1
    replay-stopped-1
  end
end

# replay-ask-1 TEXT [TEXT]
# Hands a step to the kernel, and returns at the next stop.
define replay-ask-1
  replay-finish-1
  # Byte by byte: gdb may copy a whole string into the guest first, by a call of the guest's malloc().
  if $argc == 2
    set $replay_text = $arg0 $arg1
  else
    set $replay_text = $arg0
  end
  set $replay_i = 0
  while $replay_i < sizeof($replay_text)
    set var replay_request[$replay_i] = $replay_text[$replay_i]
    set $replay_i = $replay_i + 1
  end
  replay-go-1
  replay-stopped-1
end

# replay-enter-1
# Stops the actor of the step at a place that only gdb can find, and writes a jump to replay_place()
# over the instruction there. replay_place() restores the instruction, and returns to it. The stack
# pointer tells whether the actor is there: an interrupt has a stack of its own.
define replay-enter-1
  set $replay_break = $bpnum
  set $replay_hit = 0
  eval "break %s if (unsigned long)$rsp - (unsigned long)replay_step.actor->task->stack < replay_stack_size && ($replay_hit = 1)", &replay_step.place[0]
  if $bpnum == $replay_break
    eval "replay-ask-1 \"! %s is no function or location of this kernel\"", &replay_step.place[0]
  else
    commands
      silent
    end
    set $replay_break = $bpnum
    replay-go-1
    replay-stopped-1
    # A breakpoint of the user's does not end the step.
    while !$replay_hit && $pc != (unsigned long)&replay_door
      replay-go-1
      replay-stopped-1
    end
    delete $replay_break
    # In replay_door() another end of the step came first.
    if $pc != (unsigned long)&replay_door
      replay-jump-1
    end
  end
end

# replay-jump-1
# Lets the actor of the step jump from where it has stopped to replay_door(): the step is over.
define replay-jump-1
  set var replay_place_address = (unsigned long)$pc
  set var replay_place_code = *(unsigned long *)replay_place_address
  set {unsigned char}replay_place_address = 0xe9
  set {int}(replay_place_address + 1) = (unsigned long)&replay_place - (replay_place_address + 5)
  replay-go-1
  replay-stopped-1
end

# replay-step-1 "STEP"
define replay-step-1
  replay-ask-1 $arg0
  if replay_status == REPLAY_PLACE
    replay-enter-1
  end
end

# replay-let-1 ACTOR "STEP"
# A step of a schedule. The prompt of uml-replay debug redefines this.
define replay-let-1
  replay-step-1 $arg1
end

define let
  dont-repeat
  if $argc == 2
    replay-let-1 $arg0 "$arg0 $arg1"
  end
  if $argc == 3
    replay-let-1 $arg0 "$arg0 $arg1 $arg2"
  end
  if $argc == 4
    replay-let-1 $arg0 "$arg0 $arg1 $arg2 $arg3"
  end
  if $argc == 5
    replay-let-1 $arg0 "$arg0 $arg1 $arg2 $arg3 $arg4"
  end
  if $argc == 6
    replay-let-1 $arg0 "$arg0 $arg1 $arg2 $arg3 $arg4 $arg5"
  end
  if $argc == 7
    replay-let-1 $arg0 "$arg0 $arg1 $arg2 $arg3 $arg4 $arg5 $arg6"
  end
  if $argc == 8
    replay-let-1 $arg0 "$arg0 $arg1 $arg2 $arg3 $arg4 $arg5 $arg6 $arg7"
  end
  if $argc == 9
    replay-let-1 $arg0 "$arg0 $arg1 $arg2 $arg3 $arg4 $arg5 $arg6 $arg7 $arg8"
  end
  if $argc == 10
    replay-let-1 $arg0 "$arg0 $arg1 $arg2 $arg3 $arg4 $arg5 $arg6 $arg7 $arg8 $arg9"
  end
  if $argc == 11
    replay-let-1 $arg0 "$arg0 $arg1 $arg2 $arg3 $arg4 $arg5 $arg6 $arg7 $arg8 $arg9 $arg10"
  end
  if $argc == 12
    replay-let-1 $arg0 "$arg0 $arg1 $arg2 $arg3 $arg4 $arg5 $arg6 $arg7 $arg8 $arg9 $arg10 $arg11"
  end
  if $argc < 2 || $argc > 12
    replay-let-1 $arg0 "$arg0"
  end
end

# replay-assert-1 FAILED EXPRESSION
# Of a line 'assert EXPRESSION'; both are strings.
define replay-assert-1
  set $replay_text = $arg1
  eval "set $replay_true = (%s) != 0", $replay_text
  if !$replay_true
    replay-ask-1 $arg0 $arg1
  end
end

define stacks
  dont-repeat
  replay-ask-1 "stacks"
end
document stacks
Print the kernel stack of every actor that has not finished, innermost function first.
Usage: stacks
end

# replay-free-1
# The schedule is over: all actors run free.
define replay-free-1
  replay-finish-1
  # Remove the user's breakpoints. That at replay_door() stays, where a broken order is reported.
  delete
  replay-door-1
  replay-ask-1 "end"
end

# replay-end-1
# Lets the guest run to its end, which also ends gdb.
define replay-end-1
  replay-free-1
  echo the guest stopped where nothing was asked\n
  backtrace
  quit 2
end
