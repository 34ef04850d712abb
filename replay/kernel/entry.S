/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How an actor comes to a point from the entry of a function, and from any other
 * instruction. Either way every register that matters there is as it was when the
 * actor goes on; the CFI says so to a debugger, and the frame pointers to the
 * kernel's own unwinder.
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
	.globl	replay_fentry
	.type	replay_fentry, @function
replay_fentry:
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
	call	replay_fentered
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
	.size	replay_fentry, . - replay_fentry

/*
 * replay_place: jumped to from the instruction at replay_place_address, over which
 * whoever has stopped the task in front of it has written the jump. The instruction
 * is put back here, and executed when the task goes on. Below the stack pointer the
 * interrupted function may have what is its own: the red zone (128 bytes).
 */
	.globl	replay_place
	.type	replay_place, @function
replay_place:
	.cfi_startproc
	.cfi_signal_frame
	lea	-128(%rsp), %rsp
	push	replay_place_address(%rip)
	.cfi_def_cfa	%rsp, 136
	.cfi_offset	%rip, -136
	push	%rbp
	.cfi_def_cfa_offset 144
	.cfi_offset	%rbp, -144
	mov	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	pushfq
	push	%rax
	push	%rbx
	.cfi_offset	%rbx, -168
	push	%rcx
	push	%rdx
	push	%rsi
	push	%rdi
	push	%r8
	push	%r9
	push	%r10
	push	%r11
	push	%r12
	.cfi_offset	%r12, -240
	push	%r13
	.cfi_offset	%r13, -248
	push	%r14
	.cfi_offset	%r14, -256
	push	%r15
	.cfi_offset	%r15, -264
	mov	%rsp, %r12
	sub	$512, %rsp
	and	$-16, %rsp
	fxsave64 (%rsp)
	cld
	call	replay_placed
	fxrstor64 (%rsp)
	mov	%r12, %rsp
	pop	%r15
	pop	%r14
	pop	%r13
	pop	%r12
	pop	%r11
	pop	%r10
	pop	%r9
	pop	%r8
	pop	%rdi
	pop	%rsi
	pop	%rdx
	pop	%rcx
	pop	%rbx
	pop	%rax
	popfq
	pop	%rbp
	.cfi_def_cfa	%rsp, 136
	ret	$128
	.cfi_endproc
	.size	replay_place, . - replay_place

	/* A kernel without a label has a beginning and an end of them, too. */
	.section replay_labels, "aw", @progbits

	.section .note.GNU-stack, "", @progbits
