// SPDX-License-Identifier: GPL-2.0
/*
 * Modules: a function of a module is a point like any other, once the module is loaded. The host
 * names the functions and labels of modules that the schedule uses (replay_await), so a step may
 * name one before its module is loaded. The kernel tells the host where each module lies, so that
 * the host finds its source lines.
 */
#include <linux/export.h>
#include <linux/init.h>
#include <linux/kasan.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/notifier.h>
#include <linux/replay_point.h>
#include <linux/string.h>

#include "abi/stacks.h"
#include "abi/tsan.h"
#include "calls.h"
#include "context.h"
#include "modules.h"
#include "sink.h"
#include "turns.h"

#ifdef CONFIG_MODULES

/* What a label, or a file that is watched, calls where it is in a module. */
EXPORT_SYMBOL(replay_on);
EXPORT_SYMBOL(replay_watching);
EXPORT_SYMBOL(replay_unwatch);
EXPORT_SYMBOL(replay_watch_again);
EXPORT_SYMBOL(__replay_point);
EXPORT_SYMBOL(__replay_access);
EXPORT_SYMBOL(__replay_allocated);
EXPORT_SYMBOL(__replay_freed);
/* clang-format off */
#define EXPORT(name) void name(void); EXPORT_SYMBOL(name)
#define EXPORT_ACCESS(name, size, write) \
	void __tsan_##name(const volatile void *object); EXPORT_SYMBOL(__tsan_##name);
/* clang-format on */
REPLAY_TSAN_ACCESSES(EXPORT_ACCESS)
EXPORT(__tsan_init);
void __tsan_read_range(const volatile void *object, size_t size);
void __tsan_write_range(const volatile void *object, size_t size);
EXPORT_SYMBOL(__tsan_read_range);
EXPORT_SYMBOL(__tsan_write_range);
EXPORT(replay_memset);
EXPORT(replay_memcpy);
EXPORT(replay_memmove);
EXPORT(replay_rb_insert_color);
EXPORT(replay_rb_erase);
EXPORT(replay___rb_insert_augmented);
EXPORT(replay___rb_erase_color);
EXPORT(replay_add_1);
EXPORT(replay_add_2);
EXPORT(replay_add_4);
EXPORT(replay_add_8);

#define MODULES_MAX 64
#define TOLD 4 /* functions of each; what was there at the start only, the host does not find */

/* The names of functions and labels, with commas between them. */
static char *awaited = "";
core_param(replay_await, awaited, charp, 0);

static struct module *modules[MODULES_MAX];
static unsigned int nr_modules;

/* Of a symbol: that of the function, without what gcc says of it behind a dot. */
static bool is_named(const char *symbol, const char *name)
{
	size_t length = strchrnul(symbol, '.') - symbol;

	return strlen(name) == length && !strncmp(symbol, name, length);
}

/* Calls @found() with each function of this name that has room at its entry; NULL: with the first few. */
static unsigned int each_function(const struct module *module, const char *name,
				  void (*found)(const char *name, unsigned long entry))
{
	const struct mod_kallsyms *symbols = module->kallsyms;
	unsigned int i, nr = 0;

	for (i = 1; i < symbols->num_symtab; i++) {
		const Elf_Sym *symbol = &symbols->symtab[i];
		const char *its = symbols->strtab + symbol->st_name;

		if (symbol->st_shndx == SHN_UNDEF || (name && !is_named(its, name)) ||
		    !within_module_core(symbol->st_value, module) ||
		    !replay_has_room(symbol->st_value))
			continue;
		found(name ?: its, symbol->st_value);
		nr++;
		if (!name && nr == TOLD)
			break;
	}
	return nr;
}

static void make_point(const char *name, unsigned long entry)
{
	replay_function_at(entry, name);
	replay_turns_come(name, entry);
}

/* Does the host say that it is a function, or a label, of a module? Context: Any. */
bool replay_is_awaited(const char *name)
{
	const char *at = awaited;
	size_t length = strlen(name);

	for (; (at = strstr(at, name)); at += length)
		if ((at == awaited || at[-1] == ',') && (!at[length] || at[length] == ','))
			return true;
	return false;
}

/* For replay_function(): is it a function of a module, that is here or is to come? */
static bool find(const char *name)
{
	unsigned int i, nr = 0;

	for (i = 0; i < nr_modules; i++)
		nr += each_function(modules[i], name, make_point);
	return nr || replay_is_awaited(name);
}

static void comes(struct module *module)
{
	char name[REPLAY_NAME_MAX];
	const char *at = awaited;
	size_t length;

	if (nr_modules == MODULES_MAX)
		replay_broken("more than %d modules are loaded", MODULES_MAX);
	modules[nr_modules++] = module;
	for (; *at; at += length + (at[length] == ',')) {
		length = strcspn(at, ",");
		snprintf(name, sizeof(name), "%.*s", (int)length, at);
		each_function(module, name, make_point);
	}
}

/*
 * KASAN has poisoned what lies between the variables of a module, and user-mode Linux leaves that as it
 * is when the module goes: whatever has the memory next would be told of. (Not with KASAN_VMALLOC.)
 */
static void unpoison(const struct module *module)
{
#if defined(CONFIG_KASAN) && defined(for_each_mod_mem_type)
	for_each_mod_mem_type(type)
		kasan_unpoison_range(module->mem[type].base, module->mem[type].size);
#elif defined(CONFIG_KASAN)
	kasan_unpoison_range(module->core_layout.base, module->core_layout.size);
#endif
}

static void goes(struct module *module)
{
	unsigned int i;

	replay_functions_gone(module);
	replay_turns_gone(module);
	unpoison(module);
	for (i = 0; i < nr_modules; i++)
		if (modules[i] == module)
			modules[i] = modules[--nr_modules];
}

static int changes(struct notifier_block *block, unsigned long state, void *module)
{
	if (state == MODULE_STATE_COMING)
		comes(module);
	else if (state == MODULE_STATE_GOING)
		goes(module);
	return NOTIFY_DONE;
}

static struct notifier_block block = { .notifier_call = changes };

static struct module *told; /* by tell() */

static void tell(const char *name, unsigned long entry)
{
	replay_stack_line(REPLAY_STACKS_MODULE " %s %s %lx", told->name, name, entry);
}

/* Some functions of each module, and where they are: by those the host knows where all of it is. */
void replay_modules_tell(void)
{
	unsigned int i;

	for (i = 0; i < nr_modules; i++) {
		told = modules[i];
		each_function(told, NULL, tell);
	}
}

static int __init modules_init(void)
{
	replay_find_in_modules = find;
	return register_module_notifier(&block);
}
core_initcall(modules_init);

#else

bool replay_is_awaited(const char *name)
{
	return false;
}

void replay_modules_tell(void)
{
}

#endif /* CONFIG_MODULES */
