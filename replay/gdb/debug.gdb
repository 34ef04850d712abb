# SPDX-License-Identifier: GPL-2.0
#
# The prompt of uml-replay debug. It has the verbs of a schedule, by hand; here a mistyped one does
# not end the run. It also has verbs that show the state of the kernel. A name that ends with -1 is
# internal.
#
# A command that lets the guest run writes its output to a file, through a cat that ignores Ctrl-C.
# While the guest runs, gdb waits for all of its children at once, and would miss the end of this one.

set height 0
set print pretty on
set print max-depth 1
set print address on
set print frame-info auto
set prompt (replay) 

set $replay_here = &replay_actors[0]
pipe break *panic | cat >>director
set var replay_prompt = 1
set $replay_resting = 0
set $replay_going = 0

# replay-facts-1
# Prints the facts of the last label of $replay_a. A subsystem with verbs of its own redefines this.
define replay-facts-1
  set $replay_f = &$replay_a->facts[0]
  while $replay_f->name
    printf "    %s 0x%lx\n", $replay_f->name, $replay_f->value
    set $replay_f = $replay_f + 1
  end
end

# replay-on-stack-1 ACTOR
# Sets $replay_on_stack: has the guest stopped on this actor's stack? Between two turns it has none.
define replay-on-stack-1
  set $replay_on_stack = 0
  if ($arg0)->task
    set $replay_on_stack = (unsigned long)$rsp - (unsigned long)($arg0)->task->stack < replay_stack_size
  end
  if ($arg0) == replay_in_softirq || ($arg0) == replay_in_hardirq
    set $replay_on_stack = 1
  end
end

# replay-state-1 ACTOR
# Prints what the actor is, where it is, what it holds, and the facts of its last label.
define replay-state-1
  set $replay_a = $arg0
  replay-on-stack-1 $replay_a
  printf "%s", $replay_a->name
  if $replay_a->context != REPLAY_CONTEXT_thread
    pipe output $replay_a->context | sed 's/.*_\(.*\)/ (\1)/'
  end
  printf ": "
  if $replay_a->finished || !$replay_a->task
    if $replay_a->context <= REPLAY_CONTEXT_kthread && $replay_a->task
      printf "finished\n"
    else
      if $replay_a->due
        printf "due, and not let\n"
      else
        printf "nothing of it has come, or is left\n"
      end
    end
  else
    if $replay_a->state == REPLAY_HELD
      printf "held at %s\n", $replay_a->at
    end
    if $replay_a->state == REPLAY_GATED
      printf "woken, and kept before it goes on; last at %s\n", $replay_a->at
    end
    if $replay_a->state == REPLAY_RUNNABLE
      if $replay_on_stack
        printf "runs, at %s\n", $replay_a->at
      else
        printf "sleeps, last at %s\n", $replay_a->at
      end
    end
    if !debug_locks
      echo \ \ \ \ lockdep has reported something, and notes no more: which locks it holds is not known\n
    end
    set $replay_l = 0
    while debug_locks && $replay_l < $replay_a->task->lockdep_depth
      if $replay_a->state == REPLAY_RUNNABLE && $replay_l == $replay_a->task->lockdep_depth - 1 && !$replay_on_stack
        printf "    holds, or sleeps on, '%s'\n", $replay_a->task->held_locks[$replay_l].instance->name
      else
        printf "    holds '%s'\n", $replay_a->task->held_locks[$replay_l].instance->name
      end
      set $replay_l = $replay_l + 1
    end
    replay-facts-1
  end
end

# replay-stacks-1: has the kernel write all stacks to the file that stacks reads, if it can be asked.
define replay-stacks-1
  select-frame 0
  replay-return-1
  shell : >stacks
  if $pc == (unsigned long)&replay_door
    pipe replay-ask-1 "stacks" | trap '' INT; cat >>director
  else
    echo the stacks of all are told behind a step; 'bt' shows that of this actor\n
  end
end

define stacks
  dont-repeat
  replay-stacks-1
  if !$replay_resting
    shell "$REPLAY_TOOL/cmd/stacks" .
    replay-frame-1
  end
end
document stacks
Print the kernel stack of every actor that has not finished, innermost function first.
Usage: stacks
end

define modules
  dont-repeat
  replay-stacks-1
  shell "$REPLAY_TOOL/cmd/stacks" . --symbols >modules.gdb
  source modules.gdb
end
document modules
Load the symbols of the modules that are loaded now: functions, variables and source lines.
Usage: modules
end

define actors
  dont-repeat
  replay-stacks-1
  set $replay_n = 0
  while $replay_n < replay_nr_actors
    replay-state-1 &replay_actors[$replay_n]
    if !replay_actors[$replay_n].finished && replay_actors[$replay_n].task
      eval "shell \"$REPLAY_TOOL/cmd/stacks\" . %s", replay_actors[$replay_n].name
    end
    set $replay_n = $replay_n + 1
  end
  replay-frame-1
end
document actors
Print for every actor where it is, the locks that it holds, the facts of its
last label, and its kernel stack, innermost function first.
Usage: actors
end

# replay-frame-1
# Selects the frame of the kernel function that is at the point, for 'list', 'info locals' and the
# like: the innermost that is not of the tool. An actor that sleeps, has finished, or is at a label of its program
# has none.
define replay-frame-1
  set $replay_inside = 0
  select-frame 0
  if $pc == (unsigned long)&replay_door && replay_step.number && $replay_here->at[0] != ':'
    set $replay_inside = replay_step.over_by != REPLAY_VERB_sleep && replay_step.over_by != REPLAY_VERB_block && replay_step.over_by != REPLAY_VERB_finish
  end
  if $replay_inside
    pipe backtrace | grep -vFf folders | sed -n '1s/^#\([0-9]*\) .*/select-frame \1/p' >frame.gdb
    source frame.gdb
    # 'list' begins where a frame was shown last.
    pipe frame | cat >>director
  end
end

# replay-here-1
# Sets $replay_here to the actor on whose stack the guest has stopped. If that is the stack of no
# actor, $replay_here stays the actor of the last step.
define replay-here-1
  set $replay_n = 0
  while $replay_n < replay_nr_actors
    replay-on-stack-1 &replay_actors[$replay_n]
    if $replay_on_stack
      set $replay_here = &replay_actors[$replay_n]
    end
    set $replay_n = $replay_n + 1
  end
end

# replay-midway-1
# The guest has stopped in the middle of a step: at a breakpoint of the user's, or after 'next'.
define replay-midway-1
  if !$_isvoid($_siginfo) && $_siginfo.si_signo == 2
    echo interrupted\n
  end
  # What a watchpoint says, in the output of the last command that let the guest run.
  shell tac director | sed '/^Continuing/q' | tac | sed -n '/atchpoint [0-9]*: /,/^New value/p'
  printf "the step '%s' is not over: 'continue' goes on with it\n", &replay_step.text[0]
  with print address off -- with print frame-arguments presence -- frame
end

define bt
  dont-repeat
  if $argc == 0
    pipe backtrace | grep -vFf folders
  else
    eval "pipe backtrace | grep -vFf folders | head -n %d", $arg0
  end
end
document bt
Print the stack of the actor at which the guest has stopped, from the kernel's own function on.
gdb's own 'backtrace' begins in replay's functions.
Usage: bt [NUMBER]     so many frames
end

# replay-where-1
define replay-where-1
  replay-here-1
  if $pc == (unsigned long)&panic
    echo the kernel panics; nothing can be let any more, all can be looked at\n
    backtrace -frame-info short-location 8
    select-frame 1
  else
  if $pc != (unsigned long)&replay_door
    replay-midway-1
  else
  if replay_status == REPLAY_OVER
    echo \n
    shell "$REPLAY_VIEW" why results
    echo Nothing can be let any more, all can be looked at; 'quit' to end.\n
  else
    set $replay_n = 0
    while $replay_n < replay_nr_actors
      if replay_actors[$replay_n].finished || !replay_actors[$replay_n].task
        replay-state-1 &replay_actors[$replay_n]
      else
        if &replay_actors[$replay_n] == $replay_here && replay_step.number
          printf "%s: at %s\n", replay_actors[$replay_n].name, replay_actors[$replay_n].at
        else
          printf "%s: kept at %s\n", replay_actors[$replay_n].name, replay_actors[$replay_n].at
        end
      end
      set $replay_n = $replay_n + 1
    end
    replay-frame-1
    if $replay_inside
      with print address off -- with print frame-arguments presence -- frame
    end
  end
  end
  end
end

# replay-stopped-1
# replay_door() reports something. At the prompt the user looks at a broken order; gdb does not end.
define replay-stopped-1
  set $replay_stopped = 1
end

# replay-gone-1: ends gdb if the guest has ended.
define replay-gone-1
  if !$_isvoid($_exitcode) || !$_isvoid($_exitsignal)
    quit 0
  end
end

# replay-refused-1
# An error: gdb does not run the command behind this hook.
define replay-refused-1
  output 'an actor that goes on'
end

# replay-dead-1
# Sets $replay_dead, and says so, if nothing can go on any more.
define replay-dead-1
  set $replay_dead = replay_status == REPLAY_OVER || $pc == (unsigned long)&panic
  if $replay_dead
    echo the order is broken, or the kernel dead: nothing can be let any more\n
  end
end

# replay-nobody-1
# Says why no frame of an actor is here.
define replay-nobody-1
  if !replay_step.number
    echo no step has let an actor yet
  else
    if replay_step.over_by == REPLAY_VERB_finish
      printf "%s has finished", $replay_here->name
    else
      if $replay_here->at[0] == ':'
        printf "%s is in its program, at %s", $replay_here->name, $replay_here->at
      else
        printf "%s sleeps", $replay_here->name
      end
    end
  end
  echo ; 'let ACTOR ...' says who goes on\n
end

# replay-doors-1
# Where the guest stops when a step is over, and in a panic, whatever of that the user has deleted or disabled.
define replay-doors-1
  pipe info breakpoints | { grep -q ' y .* in replay_door ' || echo 'replay-door-1\nbreak *panic'; } >doors.gdb
  pipe source doors.gdb | cat >>director
end

# replay-leave-1
# Lets the actor at which the guest has stopped return from replay_door() to its own frame, where gdb's
# own commands can move it. To the kernel this is a step to a place that gdb finds, unless the actor
# sleeps or finishes before gdb has it there.
define replay-leave-1
  replay-doors-1
  select-frame 0
  replay-dead-1
  if $replay_dead
    replay-refused-1
  end
  if $pc == (unsigned long)&replay_door
    replay-here-1
    replay-frame-1
    if !$replay_inside
      replay-nobody-1
      replay-refused-1
    end
    set $replay_address = (unsigned long)$pc
    select-frame 0
    eval "pipe replay-ask-1 \"%s enter gdb:next or block or finish\" | trap '' INT; cat >>director", $replay_here->name
    eval "pipe tbreak *0x%lx if (unsigned long)$rsp - 0x%lx < replay_stack_size | cat >>director", $replay_address, $replay_here->task->stack
    pipe replay-go-1 | trap '' INT; cat >>director
    set $replay_moves = 1
  end
end

# replay-return-1
# Brings the actor back to replay_door() from where gdb's own commands have moved it. Which places these are
# is for replay-save to know; '-' is a move that the end of the step has ended.
define replay-return-1
  if $replay_moves
    if $pc != (unsigned long)&replay_door
      eval "pipe info line *0x%lx | sed 's/^/*0x%lx /' >>moves", $pc, $pc
      pipe replay-jump-1 | trap '' INT; cat >>director
    else
      shell echo - >>moves
    end
  end
  set $replay_moves = 0
end

define hook-next
  replay-leave-1
end
define hook-step
  replay-leave-1
end
define hook-nexti
  replay-leave-1
end
define hook-stepi
  replay-leave-1
end
define hook-finish
  replay-leave-1
end
define hook-until
  replay-leave-1
end
define hook-advance
  replay-leave-1
end
define hook-jump
  replay-leave-1
end
define hook-return
  replay-leave-1
end

# replay-away-1
# Refuses what would take the guest away from its race.
define replay-away-1
  echo the guest is in its race, and cannot come there again: 'quit', and call 'uml-replay debug' anew\n
  replay-refused-1
end

define hook-run
  replay-away-1
end
define hook-start
  replay-away-1
end
define hook-starti
  replay-away-1
end
define hook-kill
  replay-away-1
end
define hook-detach
  replay-away-1
end
define hook-disconnect
  replay-away-1
end

# quit leaves a guest in the middle of its race. A guest whose kernel panics goes on first, and reports that.
define hook-quit
  if $_thread
    select-frame 0
    if $pc == (unsigned long)&panic
      delete
      pipe replay-go-1 | trap '' INT; cat >>director
    else
      shell : >left
    end
  end
end

define hook-continue
  if !$replay_going
    replay-doors-1
    select-frame 0
    replay-dead-1
    if !$replay_dead && $pc == (unsigned long)&replay_door
      replay-here-1
      echo nobody is let: 'let ACTOR ...' says who goes on\n
      set $replay_dead = 1
    end
    if $replay_dead
      replay-refused-1
    end
  end
end

# The user has let the guest run, and it has come to replay_door().
define hook-stop
  if !$replay_going && $_isvoid($_exitcode) && $_isvoid($_exitsignal)
    if $pc == (unsigned long)&replay_door
      replay-return-1
    end
    if $pc == (unsigned long)&replay_door || $pc == (unsigned long)&panic
      set $replay_moves = 0
      replay-where-1
    end
  end
end

define replay-let-quietly-1
  set $replay_here = replay_asked_about.actor
  pipe replay-step-1 $arg1 | trap '' INT; cat >>director
  replay-gone-1
  replay-where-1
end

define replay-let-1
  replay-doors-1
  select-frame 0
  replay-dead-1
  if !$replay_dead
  if $pc != (unsigned long)&replay_door && !$replay_moves
    replay-midway-1
  else
  replay-return-1
  pipe replay-ask-1 "? " $arg1 | trap '' INT; cat >>director
  replay-frame-1
  if replay_problem[0]
    if $replay_resting
      pipe printf "a step is left out: %s\n", &replay_problem[0] | cat >>rested
    else
      printf "%s\n", &replay_problem[0]
    end
  else
    if replay_asked_about.place[0]
      # An error, and nothing is let, where gdb knows of no such place either.
      eval "pipe with breakpoint pending off -- tbreak %s | cat >/dev/null", &replay_asked_about.place[0]
      delete $bpnum
    end
    replay-let-quietly-1 $arg0 $arg1
  end
  end
  end
end

# An assertion of a schedule, by hand.
alias assert = print

# An error in the schedule, whose assertions may be about what the user has changed by hand, ends the rest, and
# not the session: 'thread apply -c' prints it, and goes on.
define replay-rest
  dont-repeat
  replay-doors-1
  select-frame 0
  set $replay_resting = 1
  shell : >rested
  pipe thread apply 1 -q -c replay-rest-1 | trap '' INT; tee error >>director
  shell cat rested
  replay-gone-1
  if $replay_resting
    set $replay_resting = 0
    shell "$REPLAY_TOOL/libexec/rest-ended"
    replay-where-1
  end
end
document replay-rest
Follow the rest of the scenario's schedule, and run to the end of the guest.
Usage: replay-rest
end

define replay-rest-1
  source rest.gdb
  replay-free-1
  set $replay_resting = 0
end

define replay-save
  dont-repeat
  replay-return-1
  shell "$REPLAY_TOOL/libexec/save" "$arg0"
end
document replay-save
Write the steps up to here as a schedule. After its last step all actors run free.
Usage: replay-save FILE
end

define replay
  help replay
end
document replay
The guest has stopped in the race. These verbs show its state, and go on with it:
  actors             print every actor: where it is, what it holds, its stack
  stacks             print only the stacks, in full
  modules            load the symbols of the modules that are loaded
  let ACTOR ...      run the next step, by hand; see 'help let'
  assert EXPRESSION  is it true? gdb prints 0 if it is not
  replay-rest        run the rest of the schedule, to the end of the guest
  replay-save FILE   write what was done up to here as a schedule
Each actor's name is a variable: $swapin->facts has the facts of its last label. All
other commands are gdb's own: next, step, finish, until and advance move the actor at
which the guest has stopped; list, info locals, print, up and down show it. Of a struct
within a struct, print shows {...}; 'print -max-depth 2 -- *folio' shows what is in it.
If a step comes to a breakpoint of yours, it stops there; 'continue' goes on with it.
end
