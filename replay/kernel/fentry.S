/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How an actor comes to a point from the entry of a function. Every register that matters
 * there is as it was when the actor goes on; the CFI says so to a debugger, and the frame
 * pointers to the kernel's own unwinder.
 */
#include <linux/linkage.h>

	.cfi_sections	.debug_frame
	.text

/*
 * replay_fentry: called from the five bytes that gcc leaves at the entry of each
 * function. The caller has not pushed its frame pointer yet, so two frames are made
 * here: one that returns to whoever called the function, one that returns to it.
 * What a function is given is in general registers; the others are the caller's to save.
 */
	.macro	fentry name, function
	.globl	\name
	.type	\name, @function
\name:
	.cfi_startproc
	cmpb	$0, replay_on(%rip)
	jne	1f
	ret
1:	push	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset	%rbp, -16
	push	16(%rsp)
	push	%rbp
	mov	%rsp, %rbp
	push	24(%rsp)
	push	%rbp
	mov	%rsp, %rbp
	.cfi_def_cfa	%rbp, 48
	push	%rax
	.cfi_offset	%rax, -56
	push	%rcx
	.cfi_offset	%rcx, -64
	push	%rdx
	.cfi_offset	%rdx, -72
	push	%rsi
	.cfi_offset	%rsi, -80
	push	%rdi
	.cfi_offset	%rdi, -88
	push	%r8
	.cfi_offset	%r8, -96
	push	%r9
	.cfi_offset	%r9, -104
	push	%r10
	.cfi_offset	%r10, -112
	push	%r11
	.cfi_offset	%r11, -120
	mov	40(%rbp), %rdi
	lea	48(%rbp), %rsi
	/* A caller keeps the stack aligned only for those of its callees that need it. */
	and	$-16, %rsp
	call	\function
	lea	-72(%rbp), %rsp
	pop	%r11
	pop	%r10
	pop	%r9
	pop	%r8
	pop	%rdi
	pop	%rsi
	pop	%rdx
	pop	%rcx
	pop	%rax
	lea	32(%rbp), %rsp
	.cfi_def_cfa	%rsp, 16
	pop	%rbp
	.cfi_def_cfa_offset 8
	.cfi_restore	%rbp
	ret
	.cfi_endproc
	.size	\name, . - \name
	.endm

	fentry	replay_fentry, replay_fentered
	fentry	replay_fentry_any, replay_fentered_any

/*
 * replay_return: a call returns here where somebody waits for that. replay_left() puts the
 * address back to which it returns. What a function returns is in two general registers.
 */
	.globl	replay_return
	.type	replay_return, @function
replay_return:
	.cfi_startproc
	sub	$8, %rsp
	.cfi_def_cfa_offset 8
	push	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset	%rbp, -16
	mov	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	push	%rax
	push	%rdx
	lea	8(%rbp), %rdi
	and	$-16, %rsp
	call	replay_left
	lea	-16(%rbp), %rsp
	pop	%rdx
	pop	%rax
	pop	%rbp
	.cfi_def_cfa	%rsp, 8
	.cfi_restore	%rbp
	ret
	.cfi_endproc
	.size	replay_return, . - replay_return

	/* A kernel without a label has a beginning and an end of them, too. */
	.section replay_labels, "aw", @progbits

	.section .note.GNU-stack, "", @progbits
