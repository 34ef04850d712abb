// SPDX-License-Identifier: GPL-2.0
/*
 * Calls: gcc leaves five bytes of nops at the entry of each function that is not notrace
 * (-fpatchable-function-entry). As ftrace does, replay writes a call of replay_fentry() over
 * them, in each function that is recorded, or that a step enters.
 *
 * replay patches no return. A call is over once the actor's stack has no frame of it. Only where
 * a step waits for a return, or a turn ends with one, replay replaces the return address on the
 * stack by replay_return() until the call returns.
 */
#include <linux/errno.h>
#include <linux/kallsyms.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/preempt.h>
#include <linux/sched/task_stack.h>
#include <linux/string.h>
#include <asm/sections.h>
#include <asm/stacktrace.h>

#include <os.h>
#include <replay_host.h>

#include "actors.h"
#include "calls.h"
#include "context.h"
#include "director.h"
#include "sink.h"
#include "turns.h"

#define NOPS 5

/* The linker gathers them, since the section's name is a C identifier. */
extern const unsigned long __start___patchable_function_entries[];
extern const unsigned long __stop___patchable_function_entries[];

void replay_fentry(void);
void replay_fentry_any(void);
asmlinkage void replay_fentered(unsigned long ip, unsigned long sp);
asmlinkage void replay_fentered_any(unsigned long ip, unsigned long sp);
asmlinkage void replay_left(unsigned long slot);

/* Of the functions that are recorded: an address a line, from a file descriptor of the host. */
static int record_fd = -1;
core_param(replay_record, record_fd, int, 0);

/* The functions that a step, or an exploration, has named. */
static struct place {
	unsigned long entry;
	char name[REPLAY_NAME_MAX];
	bool recorded;
} places[REPLAY_POINTS_MAX + 128];
static unsigned int nr_places;

static void name_of(char *name, unsigned long entry)
{
	replay_function_name(name, REPLAY_NAME_MAX, entry);
}

static bool is_text(unsigned long address)
{
	return address >= (unsigned long)_stext && address < (unsigned long)_etext;
}

/* The functions of modules are found by modules.c. */
bool (*replay_find_in_modules)(const char *function);

/* For whoever writes to the kernel's own code. */
void replay_make_text_writable(void)
{
	static bool writable;
	unsigned long start = (unsigned long)_stext & PAGE_MASK;

	if (writable)
		return;
	if (os_protect_memory((void *)start, PAGE_ALIGN((unsigned long)_etext) - start, 1, 1, 1))
		replay_broken(
			"the host does not let the kernel write to its own code; it has to permit mprotect(PROT_WRITE | PROT_EXEC)");
	writable = true;
}

static bool calls(unsigned long entry, void (*function)(void))
{
	s32 offset = (unsigned long)function - (entry + NOPS);

	return *(u8 *)entry == 0xe8 && !memcmp((u8 *)entry + 1, &offset, sizeof(offset));
}

static bool is_patched(unsigned long entry)
{
	return calls(entry, replay_fentry);
}

static const u8 nops[NOPS] = { 0x90, 0x90, 0x90, 0x90, 0x90 };

/* One CPU: nobody is between the nops, but for an actor that is held there by this very call. */
static void patch(unsigned long entry, void (*function)(void))
{
	u8 call[NOPS] = { 0xe8 };
	s32 offset = (unsigned long)function - (entry + NOPS);

	if (calls(entry, function))
		return;
	if (!calls(entry, replay_fentry_any) && memcmp((void *)entry, nops, NOPS))
		replay_broken(
			"%ps() is not as gcc made it: a breakpoint is at its entry; delete that",
			(void *)entry);
	memcpy(call + 1, &offset, sizeof(offset));
	replay_make_text_writable();
	memcpy((void *)entry, call, NOPS);
}

/* Are there the bytes that gcc leaves, or what is written over them? Context: Any. */
bool replay_has_room(unsigned long entry)
{
	return !memcmp((void *)entry, nops, NOPS) || is_patched(entry) ||
	       calls(entry, replay_fentry_any);
}

static bool is_entry(unsigned long address)
{
	const unsigned long *entry;

	for (entry = __start___patchable_function_entries;
	     entry < __stop___patchable_function_entries; entry++)
		if (*entry == address)
			return true;
	return false;
}

/* Behind @entry, or from the first where that is NULL: where a function of this name is entered. */
static const unsigned long *next_named(const unsigned long *entry, const char *function)
{
	char name[KSYM_SYMBOL_LEN], *module;
	unsigned long size, offset;

	for (entry = entry ? entry + 1 : __start___patchable_function_entries;
	     entry < __stop___patchable_function_entries; entry++) {
		if (!is_text(*entry) || !kallsyms_lookup(*entry, &size, &offset, &module, name))
			continue;
		name[strcspn(name, ". ")] = '\0';
		if (!strcmp(name, function))
			return entry;
	}
	return NULL;
}

/**
 * replay_function_at() - make a function a point, by its address
 * @entry: where there is room for a call
 * @name: what a step calls it
 *
 * Context: Any.
 */
void replay_function_at(unsigned long entry, const char *name)
{
	struct place *place = &places[nr_places];

	if (nr_places == ARRAY_SIZE(places))
		replay_broken("more than %zu functions are entered", ARRAY_SIZE(places));
	place->entry = entry;
	strscpy(place->name, name, sizeof(place->name));
	place->recorded = is_patched(entry);
	nr_places++;
	patch(entry, replay_fentry);
}

/**
 * replay_function() - make a function a point
 * @function: its name; static ones of the same name are not told apart
 *
 * Return: 0, -ENXIO where its entry cannot be patched (it is notrace, or assembler),
 * -ENOENT where there is none of this name, or it is inlined wherever it is called.
 *
 * Context: Any.
 */
int replay_function(const char *function)
{
	const unsigned long *entry = NULL;
	unsigned long address;
	unsigned int i, before = nr_places;

	for (i = 0; i < nr_places; i++)
		if (!strcmp(places[i].name, function))
			return 0;

	while ((entry = next_named(entry, function)))
		replay_function_at(*entry, function);
	if (nr_places > before)
		return 0;

	if (replay_find_in_modules && replay_find_in_modules(function))
		return 0;

	/* One of several names of a function, and not the one that its address has. */
	address = kallsyms_lookup_name(function);
	if (!address)
		return -ENOENT;
	if (!is_entry(address))
		return -ENXIO;
	replay_function_at(address, function);
	return 0;
}

static unsigned long entry_of(const char *point)
{
	unsigned int i;

	for (i = 0; i < nr_places; i++)
		if (!strcmp(places[i].name, point))
			return places[i].entry;
	return 0;
}

/**
 * replay_function_entry() - have the calls of a function told
 * @function: its name; the first, where static ones have the same
 * @entry: is its address; 0 where it is of a module that is to come
 *
 * Return: as replay_function().
 *
 * Context: Any.
 */
int replay_function_entry(const char *function, unsigned long *entry)
{
	const unsigned long *first = next_named(NULL, function);

	if (!first) {
		int error = replay_function(function);

		*entry = error ? 0 : entry_of(function);
		return error;
	}
	*entry = *first;
	patch(*entry, replay_fentry);
	return 0;
}

/* What is in the code of a module is no point any more. Context: Any. */
void replay_functions_gone(const struct module *module)
{
	unsigned int i, kept = 0;

	for (i = 0; i < nr_places; i++)
		if (!within_module_core(places[i].entry, module))
			places[kept++] = places[i];
	nr_places = kept;
}

/* Patches the functions whose calls are recorded. Context: Any. */
void replay_record(void)
{
	char lines[64][17]; /* an address in hexadecimal, and a new line */
	unsigned long entry;
	int len, i;

	if (record_fd < 0)
		return;
	while ((len = os_read_file(record_fd, lines, sizeof(lines))) > 0) {
		if (len % sizeof(lines[0]))
			replay_broken("the functions to be recorded end within an address");
		for (i = 0; i < len / sizeof(lines[0]); i++) {
			lines[i][16] = '\0';
			if (kstrtoul(lines[i], 16, &entry))
				replay_broken("'%s' is no address of a function", lines[i]);
			/* What is done once, at boot, is done before there are actors. */
			if (is_text(entry))
				patch(entry, replay_fentry);
		}
	}
	record_fd = -1;
}

static void record(const struct replay_actor *actor, enum replay_event event, unsigned long entry,
		   const char *note)
{
	static struct replay_recorded calls;
	char name[REPLAY_NAME_MAX];

	if (!replay_trace_more(&calls, actor, "calls"))
		return;
	name_of(name, entry);
	replay_trace(actor, event, "%s%s", name, note);
}

/* A softirq may run on the stack of interrupts; all of them are aligned to their size. */
static bool on_its_stack(unsigned long sp)
{
	return !((sp ^ (unsigned long)__builtin_frame_address(0)) & -THREAD_SIZE);
}

struct frame {
	struct frame *caller;
	unsigned long return_address;
};

/* A step may wait for the return of what is a turn. */
unsigned long __replay_return_of(const void *slot)
{
	unsigned long address = (unsigned long)replay_return;
	unsigned int i;

	for (i = 0; i < replay_nr_actors && address == (unsigned long)replay_return; i++) {
		const struct replay_actor *actor = &replay_actors[i];

		if (actor->leaving.slot == (unsigned long)slot)
			address = actor->leaving.address;
		if (address == (unsigned long)replay_return &&
		    actor->turn.slot == (unsigned long)slot)
			address = actor->turn.address;
	}
	return address;
}

/* Is @pc in the function whose call this is, or in what gcc put elsewhere of it? */
static bool is_in(const struct replay_call *call, unsigned long pc)
{
	char name[REPLAY_NAME_MAX], other[REPLAY_NAME_MAX];

	if (pc - call->entry < call->size)
		return true;
	name_of(name, call->entry);
	name_of(other, pc);
	return !strcmp(name, other);
}

/**
 * replay_calls_return() - tell the trace which recorded calls of an actor are over
 * @actor: the actor that is current
 *
 * Context: Any.
 */
noinline void replay_calls_return(struct replay_actor *actor)
{
	const struct frame *frame = __builtin_frame_address(0);
	unsigned int nr = actor->nr_calls;
	bool inside = replay_inside;
	unsigned long pc = 0, slot;

	replay_inside = true;
	/*
	 * A call goes on if a frame on the stack has its return address, and is of its
	 * function: then those that it is within go on, too.
	 */
	for (; nr && on_its_stack((unsigned long)frame); frame = frame->caller) {
		slot = (unsigned long)&frame->return_address;
		while (nr && actor->calls[nr - 1].sp < slot)
			nr--;
		if (nr && actor->calls[nr - 1].sp == slot) {
			if (is_in(&actor->calls[nr - 1], pc))
				break;
			nr--;
		}
		pc = replay_return_of(&frame->return_address, frame->return_address);
	}
	while (actor->nr_calls > nr) {
		actor->nr_calls--;
		record(actor, REPLAY_EVENT_return, actor->calls[actor->nr_calls].entry, "");
	}
	replay_inside = inside;
}

static void push(struct replay_actor *actor, unsigned long entry, unsigned long sp)
{
	struct replay_call *call = &actor->calls[actor->nr_calls];
	unsigned long offset;

	if (actor->nr_calls == ARRAY_SIZE(actor->calls))
		replay_broken("more than %zu recorded calls are within one another",
			      ARRAY_SIZE(actor->calls));
	if (!kallsyms_lookup_size_offset(entry, &call->size, &offset))
		call->size = 0;
	call->entry = entry;
	call->sp = sp;
	actor->nr_calls++;
}

static void catch_return(struct replay_return *what, unsigned long slot)
{
	what->slot = slot;
	what->address = *(unsigned long *)slot;
	*(unsigned long *)slot = (unsigned long)replay_return;
}

/*
 * Where the return address of a function's frame is. At the entry of the function, the frame is one of fentry.S with
 * copies: of the frame of the caller, and of this address. Behind them, fentry.S has both once more, and then the
 * address itself.
 */
static unsigned long return_slot(const struct frame *frame, unsigned long pc)
{
	const struct {
		struct frame copy;
		const struct frame *caller;
		unsigned long pc, return_address;
	} *at_entry = (const void *)frame;

	if (at_entry->caller == frame->caller && at_entry->pc == pc)
		return (unsigned long)&at_entry->return_address;
	return (unsigned long)&frame->return_address;
}

static bool waits_for_return(const struct replay_actor *actor, const char *function)
{
	return actor->leaves[0] && !actor->leaving.slot && !strcmp(actor->leaves, function);
}

/**
 * replay_leave() - tell the director when a call is over
 * @actor: whose; it is current, or is held
 * @function: what it calls: the call that it is in, the innermost, or makes next
 *
 * Context: Any. The function is one that replay_function() has found.
 */
noinline void replay_leave(struct replay_actor *actor, const char *function)
{
	unsigned long stack = (unsigned long)task_stack_page(actor->task);
	const struct frame *frame = actor->task == current ? __builtin_frame_address(0) :
							     (void *)KSTK_EBP(actor->task);
	char name[REPLAY_NAME_MAX];
	unsigned long pc = 0;

	strcpy(actor->leaves, function);
	for (; (unsigned long)frame - stack < THREAD_SIZE; frame = frame->caller) {
		if (pc)
			name_of(name, pc);
		if (pc && !strcmp(name, function)) {
			catch_return(&actor->leaving, return_slot(frame, pc));
			return;
		}
		pc = frame->return_address;
	}
}

/* The step is over: its call returns as it would have. Context: Any. */
void replay_leave_forget(struct replay_actor *actor)
{
	struct replay_return *leaving = &actor->leaving;

	/* A task that has exited may have no stack. */
	if (leaving->slot && !actor->exited)
		*(unsigned long *)leaving->slot = leaving->address;
	leaving->slot = 0;
	actor->leaves[0] = '\0';
}

/**
 * replay_left() - from replay_return(): the call is over
 * @slot: where its return address was, and is to be
 *
 * Context: Any. Sleeps only if the director holds the actor here.
 */
void replay_left(unsigned long slot)
{
	struct replay_actor *actor = replay_actor_here();
	char function[REPLAY_NAME_MAX];

	replay_inside = true;
	if (slot == actor->leaving.slot) {
		strcpy(function, actor->leaves);
		replay_leave_forget(actor);
		replay_calls_return(actor);
		replay_director->leave(actor, function);
	} else {
		*(unsigned long *)slot = actor->turn.address;
		actor->turn.slot = 0;
		replay_calls_return(actor);
		replay_turn_end(actor);
	}
	replay_inside = false;
}

static bool any_call; /* is told to the director */

/* Context: Any. */
void replay_park_at_next_call(void)
{
	const unsigned long *entry;

	if (any_call)
		return;
	any_call = true;
	for (entry = __start___patchable_function_entries;
	     entry < __stop___patchable_function_entries; entry++)
		if (is_text(*entry) && !is_patched(*entry))
			patch(*entry, replay_fentry_any);
}

/* Context: Any. */
void replay_park_forget(void)
{
	const unsigned long *entry;

	if (!any_call)
		return;
	any_call = false;
	for (entry = __start___patchable_function_entries;
	     entry < __stop___patchable_function_entries; entry++)
		if (is_text(*entry) && calls(*entry, replay_fentry_any))
			memcpy((void *)*entry, nops, NOPS);
}

/* Another may go on first, if the director says so. */
static bool is_point(struct replay_actor *actor, unsigned long entry, unsigned long sp,
		     bool *recorded)
{
	char name[REPLAY_NAME_MAX];
	bool is_point = false;
	unsigned int i;

	*recorded = true;
	for (i = 0; i < nr_places; i++) {
		if (places[i].entry != entry)
			continue;
		*recorded = places[i].recorded;
		if (waits_for_return(actor, places[i].name))
			catch_return(&actor->leaving, sp);
		is_point |= replay_director->enter(actor, places[i].name);
	}
	if (!is_point && any_call && !replay_in_atomic()) {
		name_of(name, entry);
		is_point = replay_director->park(actor, name);
	}
	return is_point;
}

/* Its end is where this call returns. */
static struct replay_actor *begin_turn(unsigned long entry, unsigned long sp)
{
	struct replay_actor *actor;

	replay_inside = true;
	actor = replay_turn_begin(entry);
	if (actor)
		catch_return(&actor->turn, sp);
	replay_inside = false;
	return actor;
}

static void entered(unsigned long entry, unsigned long sp, bool is_recorded)
{
	struct replay_actor *actor = replay_actor_here();
	bool recorded;

	/* What is called from here is nobody's. */
	if (replay_inside)
		return;
	if (!actor) {
		actor = begin_turn(entry, sp);
		if (!actor)
			return;
	}
	/* Nor is what the scheduler does before it is let. */
	if (actor->finished || !actor->let || !on_its_stack(sp))
		return;

	replay_inside = true;
	replay_calls_return(actor);
	if (is_point(actor, entry, sp, &recorded)) {
		push(actor, entry, sp);
	} else if (recorded && is_recorded) {
		push(actor, entry, sp);
		record(actor, REPLAY_EVENT_call, entry, replay_in_atomic() ? " atomic" : "");
	}
	replay_inside = false;
}

/**
 * replay_fentered() - from replay_fentry(): a function that is patched is entered
 * @ip: behind the call at its entry
 * @sp: where its return address is
 *
 * Context: Any. Sleeps only if the director holds the actor here.
 */
void replay_fentered(unsigned long ip, unsigned long sp)
{
	entered(ip - NOPS, sp, true);
}

/* As replay_fentered(), from replay_fentry_any(): one that is no point, and not recorded. */
void replay_fentered_any(unsigned long ip, unsigned long sp)
{
	entered(ip - NOPS, sp, false);
}
