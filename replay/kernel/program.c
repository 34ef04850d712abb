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

/* For each actor, the access during which it is in a page fault. It happens after the fault. */
static struct program_access in_fault[REPLAY_ACTORS_MAX];

/**
 * replay_program() - the current program logs its accesses
 * @address: of the page with the log
 *
 * Return: 0, or a negative error if the page cannot be pinned.
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

/* The kernel's address of the page that a process has at @address; 0 if it is not present. */
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

/* Records both addresses: in the next execution the kernel may have the page elsewhere. */
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

/* Hands on the accesses of @actor in this transition. Returns false if not all are known. */
bool replay_program_transition_end(unsigned int actor)
{
	struct program_access *last = &in_fault[actor];
	struct mm_struct *mm;
	unsigned long i, nr;

	/* An unmodified program does not log its accesses. */
	if (!page || replay_has_each_task())
		return false;
	if (!replay_context_is_user(replay_actors[actor].context))
		return true;
	/* The actor has exited, and has no memory of its own any more. */
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
