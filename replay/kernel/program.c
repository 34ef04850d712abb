// SPDX-License-Identifier: GPL-2.0
/*
 * Program: the accesses of the guest's program to its own memory. gcc instruments the program as
 * it does the watched files of the kernel. The program logs its accesses in a page of its own,
 * and replay reads that page at the end of each transition.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/pgtable.h>
#include <linux/ptrace.h>
#include <linux/string.h>

#include "abi/access_log.h"
#include "actors.h"
#include "dependence.h"
#include "program.h"
#include "turns.h"

static struct program_page *page;

/* Of each actor: the access in whose fault it is. It is made when the fault is done. */
static struct program_access in_fault[REPLAY_ACTORS_MAX];

/**
 * replay_program() - the current program says what it touches
 * @address: of a page, where it does
 *
 * Return: 0, or a negative error where it cannot be had.
 *
 * Context: Process context, may sleep.
 */
int replay_program(unsigned long address)
{
	struct page *its;
	int nr;

	BUILD_BUG_ON(REPLAY_ACCESS_LOG_SIZE != PAGE_SIZE);
	if (page || address % PAGE_SIZE)
		return -EINVAL;
	nr = get_user_pages_fast(address, 1, FOLL_WRITE, &its);
	if (nr != 1)
		return nr < 0 ? nr : -EFAULT;
	page = page_address(its);
	return 0;
}

/* Where the kernel has what a process has at @address; 0: nowhere, now. */
static unsigned long kernel_address(struct mm_struct *mm, unsigned long address)
{
	pgd_t *pgd = pgd_offset(mm, address);
	p4d_t *p4d;
	pud_t *pud;
	pmd_t *pmd;
	pte_t *pte;

	if (!pgd_present(*pgd))
		return 0;
	p4d = p4d_offset(pgd, address);
	if (!p4d_present(*p4d))
		return 0;
	pud = pud_offset(p4d, address);
	if (!pud_present(*pud))
		return 0;
	pmd = pmd_offset(pud, address);
	if (!pmd_present(*pmd))
		return 0;
	pte = pte_offset_kernel(pmd, address);
	if (!pte_present(*pte))
		return 0;
	return (unsigned long)page_address(pte_page(*pte)) + offset_in_page(address);
}

#define WORD sizeof(unsigned long)
#define PROGRAM (1UL << 63) /* the word is at this address of the program */

/* Under both names: the kernel may have it elsewhere the next time. */
static void touch(struct mm_struct *mm, const struct program_access *access)
{
	unsigned long address = access->address & -WORD, kernel;

	for (; address < access->address + access->size; address += WORD) {
		replay_touch(address | PROGRAM, access->write);
		kernel = kernel_address(mm, address);
		if (kernel && access->write)
			replay_change(kernel);
		else if (kernel)
			replay_touch(kernel, false);
	}
}

void replay_program_begin(void)
{
	memset(in_fault, 0, sizeof(in_fault));
}

void replay_program_transition_begin(void)
{
	if (page)
		page->nr = 0;
}

/* What @actor has touched in this transition is handed on; false: not all of it is known. */
bool replay_program_transition_end(unsigned int actor)
{
	struct program_access *last = &in_fault[actor];
	struct mm_struct *mm;
	unsigned long i, nr;

	/* An unmodified program does not say what it touches. */
	if (!page || replay_has_each_task())
		return false;
	if (!replay_context_is_user(replay_actors[actor].context))
		return true;
	/* It has exited: of the memory of its own nothing is left. */
	mm = replay_actors[actor].task->mm;
	if (!mm)
		return !page->nr && !last->size;
	nr = min(page->nr, ARRAY_SIZE(page->accesses));
	if (last->size)
		touch(mm, last);
	for (i = 0; i < nr; i++)
		touch(mm, &page->accesses[i]);
	if (nr)
		*last = page->accesses[nr - 1];
	if (PT_REGS_SYSCALL_NR(task_pt_regs(replay_actors[actor].task)) >= 0)
		last->size = 0;
	return page->nr <= nr;
}
