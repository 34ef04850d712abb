// SPDX-License-Identifier: GPL-2.0
/*
 * gcc's -fsanitize=thread calls these functions at each memory access of every watched file;
 * uml-config/watched names the files that are not watched. replay_watched.h replaces memcpy(),
 * rb_erase() and others there by the replay_ functions below. This file is not watched, so here
 * these names are the kernel's own functions.
 */
#include <linux/compiler.h>
#include <linux/irqflags.h>
#include <linux/rbtree_augmented.h>
#include <linux/string.h>

#include "abi/tsan.h"
#include "dependence.h"

void __tsan_init(void);
void __tsan_init(void)
{
}

static __always_inline void access(const volatile void *object, size_t size, bool write)
{
	if (unlikely(replay_watching))
		replay_access_at(object, size, write, _RET_IP_);
}

#define ACCESS(name, size, write)                        \
	void __tsan_##name(const volatile void *object); \
	void __tsan_##name(const volatile void *object)  \
	{                                                \
		access(object, size, write);             \
	}

REPLAY_TSAN_ACCESSES(ACCESS)

void __tsan_read_range(const volatile void *object, size_t size);
void __tsan_read_range(const volatile void *object, size_t size)
{
	access(object, size, false);
}

void __tsan_write_range(const volatile void *object, size_t size);
void __tsan_write_range(const volatile void *object, size_t size)
{
	access(object, size, true);
}

/* gcc expands calls of these itself, without instrumentation. */

void *replay_memset(void *to, int byte, size_t size);
void *replay_memset(void *to, int byte, size_t size)
{
	access(to, size, true);
	return memset(to, byte, size);
}

void *replay_memcpy(void *to, const void *from, size_t size);
void *replay_memcpy(void *to, const void *from, size_t size)
{
	access(from, size, false);
	access(to, size, true);
	return memcpy(to, from, size);
}

void *replay_memmove(void *to, const void *from, size_t size);
void *replay_memmove(void *to, const void *from, size_t size)
{
	access(from, size, false);
	access(to, size, true);
	return memmove(to, from, size);
}

/* A lookup in a tree begins at its root, so a change of the tree counts as a change of the root. */

void replay_rb_insert_color(struct rb_node *node, struct rb_root *root);
void replay_rb_insert_color(struct rb_node *node, struct rb_root *root)
{
	if (unlikely(replay_watching))
		replay_change((unsigned long)root);
	rb_insert_color(node, root);
}

void replay_rb_erase(struct rb_node *node, struct rb_root *root);
void replay_rb_erase(struct rb_node *node, struct rb_root *root)
{
	if (unlikely(replay_watching))
		replay_change((unsigned long)root);
	rb_erase(node, root);
}

void replay___rb_insert_augmented(struct rb_node *node, struct rb_root *root,
				  void (*rotate)(struct rb_node *, struct rb_node *));
void replay___rb_insert_augmented(struct rb_node *node, struct rb_root *root,
				  void (*rotate)(struct rb_node *, struct rb_node *))
{
	if (unlikely(replay_watching))
		replay_change((unsigned long)root);
	__rb_insert_augmented(node, root, rotate);
}

void replay___rb_erase_color(struct rb_node *parent, struct rb_root *root,
			     void (*rotate)(struct rb_node *, struct rb_node *));
void replay___rb_erase_color(struct rb_node *parent, struct rb_root *root,
			     void (*rotate)(struct rb_node *, struct rb_node *))
{
	if (unlikely(replay_watching))
		replay_change((unsigned long)root);
	__rb_erase_color(parent, root, rotate);
}

#define ADD(bytes, type)                                           \
	void replay_add_##bytes(void *count, unsigned long value); \
	void replay_add_##bytes(void *count, unsigned long value)  \
	{                                                          \
		unsigned long flags;                               \
                                                                   \
		raw_local_irq_save(flags);                         \
		*(type *)count += value;                           \
		raw_local_irq_restore(flags);                      \
	}

ADD(1, u8)
ADD(2, u16)
ADD(4, u32)
ADD(8, u64)
