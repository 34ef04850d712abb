// SPDX-License-Identifier: GPL-2.0
/*
 * Accesses: gcc calls __tsan_*() before each access of the program to its memory, and each call
 * logs the access in a page that the kernel reads. So memory that actors share in user space also
 * decides which transitions depend on each other.
 *
 * Accesses by libc are not seen, except by the functions at the end of this file.
 */
#undef memcpy
#undef memmove
#undef memset
#undef pthread_mutex_lock
#undef pthread_mutex_trylock
#undef pthread_mutex_unlock

#include "accesses.h"

#include "abi/access_log.h"
#include "abi/tsan.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#define unseen __attribute__((no_sanitize_thread))

static struct program_page *page;

/* The page is shared: all processes use the same one after a fork. */
unseen void *accesses_page(void)
{
	page = mmap(NULL, REPLAY_ACCESS_LOG_SIZE, PROT_READ | PROT_WRITE,
		    MAP_SHARED | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	return page == MAP_FAILED ? NULL : page;
}

unseen static void touch(const void *object, size_t size, bool write)
{
	unsigned long address = (unsigned long)object;

	if (!page || page->nr > REPLAY_ACCESSES_MAX)
		return;
	if (page->nr < REPLAY_ACCESSES_MAX)
		page->accesses[page->nr] = (struct program_access){ address, size, write };
	page->nr++;
}

void __tsan_init(void);
void __tsan_init(void)
{
}

#define ACCESS(name, size, write)               \
	void __tsan_##name(void *object);       \
	unseen void __tsan_##name(void *object) \
	{                                       \
		touch(object, size, write);     \
	}

REPLAY_TSAN_ACCESSES(ACCESS)

void __tsan_read_range(void *object, long size);
unseen void __tsan_read_range(void *object, long size)
{
	touch(object, size, false);
}

void __tsan_write_range(void *object, long size);
unseen void __tsan_write_range(void *object, long size)
{
	touch(object, size, true);
}

/* gcc calls these for atomic operations, instead of making them itself. */

#define FETCH(bits, name, operation)                                                        \
	unseen uint##bits##_t __tsan_atomic##bits##_##name(volatile void *object,           \
							   uint##bits##_t value, int order) \
	{                                                                                   \
		(void)order;                                                                \
		touch((const void *)object, bits / 8, true);                                \
		return __atomic_##operation((volatile uint##bits##_t *)object, value,       \
					    __ATOMIC_SEQ_CST);                              \
	}

#define COMPARE(bits, strength)                                                                 \
	unseen bool __tsan_atomic##bits##_compare_exchange_##strength(volatile void *object,    \
								      void *expected,           \
								      uint##bits##_t value,     \
								      int success, int failure) \
	{                                                                                       \
		(void)success;                                                                  \
		(void)failure;                                                                  \
		touch((const void *)object, bits / 8, true);                                    \
		return __atomic_compare_exchange_n((volatile uint##bits##_t *)object,           \
						   (uint##bits##_t *)expected, value, false,    \
						   __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);         \
	}

#define ATOMIC(bits)                                                                               \
	unseen uint##bits##_t __tsan_atomic##bits##_load(const volatile void *object, int order)   \
	{                                                                                          \
		(void)order;                                                                       \
		touch((const void *)object, bits / 8, false);                                      \
		return __atomic_load_n((const volatile uint##bits##_t *)object, __ATOMIC_SEQ_CST); \
	}                                                                                          \
	unseen void __tsan_atomic##bits##_store(volatile void *object, uint##bits##_t value,       \
						int order)                                         \
	{                                                                                          \
		(void)order;                                                                       \
		touch((const void *)object, bits / 8, true);                                       \
		__atomic_store_n((volatile uint##bits##_t *)object, value, __ATOMIC_SEQ_CST);      \
	}                                                                                          \
	FETCH(bits, exchange, exchange_n)                                                          \
	FETCH(bits, fetch_add, fetch_add)                                                          \
	FETCH(bits, fetch_sub, fetch_sub)                                                          \
	FETCH(bits, fetch_and, fetch_and)                                                          \
	FETCH(bits, fetch_or, fetch_or)                                                            \
	FETCH(bits, fetch_xor, fetch_xor)                                                          \
	COMPARE(bits, strong)                                                                      \
	COMPARE(bits, weak)

ATOMIC(8)
ATOMIC(16)
ATOMIC(32)
ATOMIC(64)

unseen void __tsan_atomic_thread_fence(int order)
{
	(void)order;
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
}

/* The compiler replaces these functions of libc by the ones here. */

void *seen_memcpy(void *to, const void *from, size_t size);
unseen void *seen_memcpy(void *to, const void *from, size_t size)
{
	touch(from, size, false);
	touch(to, size, true);
	return memcpy(to, from, size);
}

void *seen_memmove(void *to, const void *from, size_t size);
unseen void *seen_memmove(void *to, const void *from, size_t size)
{
	touch(from, size, false);
	touch(to, size, true);
	return memmove(to, from, size);
}

void *seen_memset(void *to, int byte, size_t size);
unseen void *seen_memset(void *to, int byte, size_t size)
{
	touch(to, size, true);
	return memset(to, byte, size);
}

#define MUTEX(function)                                    \
	int seen_##function(pthread_mutex_t *mutex);       \
	unseen int seen_##function(pthread_mutex_t *mutex) \
	{                                                  \
		touch(mutex, sizeof(*mutex), true);        \
		return function(mutex);                    \
	}

MUTEX(pthread_mutex_lock)
MUTEX(pthread_mutex_trylock)
MUTEX(pthread_mutex_unlock)
