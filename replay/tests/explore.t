#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Exploring: every order is run, nothing of one is left in the next, and what is
# found can be run again.
set -eu
. "$(dirname -- "$0")/tap.sh"

# explore NAME OPTION...: its list is $tmp/NAME.list, and a line an order in $tmp/NAME.log.
explore()
{
	name=$1
	shift
	attempt "$replay/explore" "$@" --out "$tmp/$name" --log "$tmp/$name.log"
	# Where the schedules are is no part of the list.
	grep -v '^each schedule' "$tmp/out" >"$tmp/$name.list" || :
	sort -o "$tmp/$name.log" "$tmp/$name.log"
}

functions=swapin_confirmed,swapin_lost,trylock_failed,shmem_get_folio_gfp,shmem_undo_range,shmem_free_swap,swap_free

explore flagship punch-fault
test_that 'flagship: no outcome but PASS' status_is 0
test_that 'flagship: the race is among them' says 'outcome left in swap cache: 1'
test_that 'flagship: says what was completed' \
	says 'all 4 orders with up to 2 preemptive switches at these points (every label): 3 distinct outcomes'
test_that 'flagship: each schedule gives its outcome' says 'gives its outcome under replay/run'
test_that 'flagship: the simplest order of the race' \
	grep -qx 'let swapin reach swapin_confirmed' "$tmp/flagship/3.gdb"
test_that 'flagship: its diagram' grep -q '\[trylock_failed\]' "$tmp/flagship/3.diagram"

explore gdb punch-fault --confirm gdb
test_that 'under gdb, too' says 'gives its outcome under replay/run'

explore two punch-fault --points "$functions" --jobs 2 --confirm none
explore one punch-fault --points "$functions" --jobs 1 --confirm none
test_that 'one guest or two: the same list' cmp "$tmp/one.list" "$tmp/two.list"
test_that 'one guest or two: the same trace of each order' cmp "$tmp/one.log" "$tmp/two.log"

explore many slot-reuse --variant enoent --bound 3
test_that 'SIGBUS is found, with no schedule given' says 'outcome user space sees: SIGBUS'
test_that 'and that is no PASS' status_is 1
test_that 'SIGBUS: each schedule gives its outcome' says 'gives its outcome under replay/run'
explore fresh slot-reuse --variant enoent --bound 3 --fresh --confirm none
test_that 'a boot for each order: the same list' cmp "$tmp/fresh.list" "$tmp/many.list"
test_that 'a boot for each order: the same traces and outcomes' cmp "$tmp/fresh.log" "$tmp/many.log"

explore part slot-reuse --variant enoent --bound 3 --confirm none --state "$tmp/state" --orders 11
test_that 'not completed: says so' says 'not completed'
explore rest slot-reuse --variant enoent --bound 3 --confirm none --state "$tmp/state"
test_that 'continued: the same list' cmp "$tmp/rest.list" "$tmp/many.list"
explore other slot-reuse --bound 3 --confirm none --state "$tmp/state"
test_that 'what is known of one variant is not taken for another' status_is 2
test_that 'and that is said' says 'is of other orders'

explore root slot-reuse --variant enoent --bound 3 --confirm none --state "$tmp/k0" --orders 5 --split "$tmp/p" 2
# Two processes that know nothing of each other, as those on two machines.
attempt parallel -j 2 "$replay/explore" slot-reuse --variant enoent --bound 3 --confirm none \
	--from "$tmp/p.{}" --state "$tmp/k{}" --out "$tmp/part{}" ::: 1 2
test_that 'parts: each has been run' says 'orders of a part'
explore merged slot-reuse --variant enoent --bound 3 --confirm none \
	--known "$tmp/k0" --known "$tmp/k1" --known "$tmp/k2" --jobs 1
test_that 'split and merged: the same list' cmp "$tmp/merged.list" "$tmp/many.list"
attempt "$replay/explore" slot-reuse --variant enoent --bound 3 --confirm none --stats --out "$tmp/merged" \
	--known "$tmp/k0" --known "$tmp/k1" --known "$tmp/k2"
test_that 'merged: nothing is left to be run' says ', 0 boots'

explore random slot-reuse --variant enoent --random 60 --pct 3 --seed 7
test_that 'PCT: each schedule gives its outcome' says 'gives its outcome under replay/run'
explore again slot-reuse --variant enoent --random 60 --pct 3 --seed 7 --jobs 1 --confirm none
test_that 'PCT: a seed gives the same list again' cmp "$tmp/random.list" "$tmp/again.list"
test_that 'PCT: it does not say that this is all' says 'not all there are'
explore shrunk slot-reuse --variant enoent --random 300 --confirm none
# The list without what random and all orders say differently: how many there were.
simplest()
{
	sed -n 's/^\(outcome [0-9]*: [A-Z]*\), [0-9]* orders; /\1, /p; /^    /p' "$tmp/$1.list"
}
simplest shrunk >"$tmp/shrunk.simplest"
simplest many >"$tmp/many.simplest"
test_that 'at random: shrunk to the simplest that there are' \
	cmp "$tmp/shrunk.simplest" "$tmp/many.simplest"

explore oops punch-fault --variant bug-on
test_that 'oops: found' says 'panic: BUG!'
test_that 'oops: each schedule gives its outcome' says 'gives its outcome under replay/run'
explore deadlock deadlock --bound 1
test_that 'deadlock: found' says 'deadlock: nobody can go on'
explore hang loop --bound 0 --hang 1 --confirm none
test_that 'hang: found' says 'hang: it runs and never sleeps'
explore livelock livelock --bound 0 --confirm none
test_that 'livelock: found' says "livelock: ':again' is passed again and again"

attempt "$replay/explore" punch-fault --points swapin_confirmd
test_that 'no such point: says which there are' says 'its labels are: swapin_confirmed'
attempt "$replay/explore" punch-fault --actors punsh
test_that 'no such actor: says who there is' says 'its actors are: swapin punch'
test_that 'nothing is left' nothing_left

done_testing
