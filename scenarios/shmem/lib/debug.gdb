# SPDX-License-Identifier: GPL-2.0
#
# What the prompt of uml-replay debug has for pages, swap entries and slots of a mapping.

# replay-facts-1
# What the last label of $replay_a knew.
define replay-facts-1
  if page_of($replay_a)
    printf "    "
    page page_of($replay_a)
  end
  if entry_of($replay_a)
    printf "    "
    entry entry_of($replay_a)
  end
  if mapping_of($replay_a)
    printf "    "
    slot mapping_of($replay_a) index_of($replay_a)
  end
end

# replay-flag-1 NAME: of $replay_page, where it is set.
define replay-flag-1
  if *(unsigned long *)$replay_page >> PG_$arg0 & 1
    printf " $arg0"
  end
end

define page
  dont-repeat
  if $argc == 0
    set $replay_page = (struct page *)page_of($replay_here)
  else
    set $replay_page = (struct page *)($arg0)
  end
  if !$replay_page
    printf "no page is known here; Usage: page EXPRESSION\n"
  else
    printf "page 0x%lx:", $replay_page
    replay-flag-1 locked
    replay-flag-1 uptodate
    replay-flag-1 dirty
    replay-flag-1 lru
    replay-flag-1 active
    replay-flag-1 workingset
    replay-flag-1 referenced
    replay-flag-1 writeback
    replay-flag-1 swapcache
    replay-flag-1 swapbacked
    replay-flag-1 reclaim
    replay-flag-1 unevictable
    # What follows the mapping, index and private, is named in another way by each kernel.
    set $replay_words = (unsigned long *)&$replay_page->mapping
    printf ", %d references, ", $replay_page->_refcount.counter
    if $replay_page->_mapcount.counter >= 0
      printf "mapped %d times, ", $replay_page->_mapcount.counter + 1
    end
    if *(unsigned long *)$replay_page >> PG_swapcache & 1
      printf "swap entry 0x%lx\n", $replay_words[2]
    else
      if $replay_words[0]
        printf "mapping 0x%lx, index %lu\n", $replay_words[0], $replay_words[1]
      else
        printf "no mapping\n"
      end
    end
  end
end
document page
A page: its flags, references, and the mapping or swap entry that it is cached for.
Usage: page [EXPRESSION]      none: that of the label at which the guest stands
end

define folio
  dont-repeat
  if $argc == 0
    page
  else
    page $arg0
  end
end
document folio
A folio, which is its first page; see 'page'.
Usage: folio [EXPRESSION]
end

# A swp_entry_t has its type in the uppermost bits that a slot of a tree can hold.
define entry
  dont-repeat
  if $argc == 0
    set $replay_entry = entry_of($replay_here)
  else
    set $replay_entry = (unsigned long)($arg0)
  end
  set $replay_type = $replay_entry >> 58
  set $replay_offset = $replay_entry & (1UL << 58) - 1
  printf "entry 0x%lx: slot %lu of swap area %lu", $replay_entry, $replay_offset, $replay_type
  if $replay_type < 32 && swap_info[$replay_type] && $replay_offset < swap_info[$replay_type]->max
    # It is an atomic on some kernels.
    printf ", which has %u in use\n", *(unsigned int *)&swap_info[$replay_type]->inuse_pages
  else
    printf ", which this guest has not\n"
  end
end
document entry
A swap entry: its area, and its slot there.
Usage: entry [EXPRESSION]     none: that of the label at which the guest stands
end

define slot
  dont-repeat
  if $argc == 0
    set $replay_mapping = (struct address_space *)mapping_of($replay_here)
    set $replay_index = index_of($replay_here)
  else
    set $replay_mapping = (struct address_space *)($arg0)
    set $replay_index = (unsigned long)($arg1)
  end
  if !$replay_mapping
    printf "no mapping is known here; Usage: slot MAPPING INDEX\n"
  else
    set $replay_slot = tree_load($replay_mapping, $replay_index)
    printf "slot %lu of the mapping 0x%lx: ", $replay_index, $replay_mapping
    if $replay_slot == 0
      printf "empty\n"
    else
      if $replay_slot & 1
        printf "swap entry 0x%lx\n", $replay_slot >> 1
      else
        printf "page 0x%lx\n", $replay_slot
      end
    end
  end
end
document slot
What is in a slot of a mapping's xarray now: nothing, a page, or a swap entry.
Usage: slot [MAPPING INDEX]   none: those of the label at which the guest stands
end

document replay
The race stands still; these verbs look at it and go on with it:
  actors             every actor: where it is, what it holds, its page, its stack
  stacks             the stacks alone, in full
  page, folio [E]    the flags of a page, and what it is cached for
  entry [E]          a swap entry
  slot [MAPPING N]   what a slot of a mapping has now
  let ACTOR ...      the next step, by hand; 'help let'
  assert EXPRESSION  whether it is so
  replay-rest        the rest of the schedule, and the end of the guest
  replay-save FILE   what was done up to here, as a schedule that runs
Each actor's name is a variable: $swapin->facts has what its last label knew. The
rest is gdb: next, step, finish, until and advance move the actor at which the guest
stands; list, info locals, print, up, down. Of a struct within a struct, print shows
{...}; 'print -max-depth 2 -- *folio' shows what is in it. A breakpoint of yours stops
the step that comes to it; 'continue' goes on with that step.
end
