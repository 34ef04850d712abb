// SPDX-License-Identifier: GPL-2.0
/*
 * Why a kernel did not take lines of its configuration: where Kconfig defines an option, and on
 * what that depends, there and around it. The files are read as Kconfig reads them for user-mode
 * Linux, but expressions are told of and not evaluated.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "nearest.h"
#include "util.h"
#include "view.h"

#define DEPTH_MAX 64 /* of menus, choices, conditions and files in one another */

struct search {
	const char *tree, *option, *line;
	const char *config; /* what the kernel has instead */
	const char *around[DEPTH_MAX]; /* conditions, from the outermost; NULL: none */
	unsigned int depth, files;
	unsigned int found;
};

/* The entry that the lines belong to. */
struct entry {
	enum { ENTRY_OTHER, ENTRY_OPTION, ENTRY_BLOCK } kind;
	const char *file;
	unsigned int line;
	struct names depends; /* of ENTRY_OPTION */
	bool prompt;
};

static const char *value_of(const char *config, const char *option)
{
	struct text text = {};
	const char *found, *value = NULL;

	append(&text, "\nCONFIG_%s=", option);
	found = strstr(config, text.bytes);
	if (found) {
		found += text.length;
		text.length = 0;
		append(&text, "%.*s", (int)strcspn(found, "\n"), found);
		value = copy_of(text.bytes);
	}
	free(text.bytes);
	return value;
}

/* Of the options in @condition, those that are not as it wants them. */
static void add_unmet(struct names *unmet, const char *config, const char *condition)
{
	for (const char *c = condition; *c;) {
		size_t length = strspn(c, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
		bool negated = false, is_set;
		struct text text = {};

		if (length == strspn(c, "0123456789_")) {
			c += max(length, 1);
			continue;
		}
		for (const char *before = c;
		     before > condition && (before[-1] == ' ' || before[-1] == '!'); before--)
			negated |= before[-1] == '!';
		append(&text, "%.*s", (int)length, c);
		c += length;
		is_set = value_of(config, text.bytes);
		append(&text, " is %sset", is_set ? "" : "not ");
		if (is_set == negated && !names_have(unmet, text.bytes))
			names_add(unmet, text.bytes);
	}
}

static void tell(struct search *search, struct entry *entry)
{
	struct names unmet = {};

	if (entry->kind != ENTRY_OPTION)
		return;
	search->found++;
	for (unsigned int i = search->depth; i-- > 0;)
		if (search->around[i] && !names_have(&entry->depends, search->around[i]))
			names_add(&entry->depends, search->around[i]);
	printf("%s: %s:%u", search->line, entry->file, entry->line);
	for (unsigned int i = 0; i < entry->depends.nr; i++) {
		printf(", depends on %s", entry->depends.names[i]);
		add_unmet(&unmet, search->config, entry->depends.names[i]);
	}
	puts("");
	for (unsigned int i = 0; i < unmet.nr; i++)
		printf("%s%s%s", i ? ", " : "    ", unmet.names[i], i + 1 == unmet.nr ? "\n" : "");
	if (!entry->prompt)
		puts("    it has no prompt, and is set where another option selects it");
}

/* An expression in one line: what went on behind a line has blanks. */
static const char *condition_of(const char *expression)
{
	struct text text = {};

	for (; *expression; expression++)
		if (!strchr(" \t", *expression) || !strchr(" \t", expression[1]))
			append_bytes(&text, *expression == '\t' ? " " : expression, 1);
	return text.bytes;
}

static void push(struct search *search, const char *condition)
{
	if (search->depth == DEPTH_MAX)
		die("more than %d menus and conditions of Kconfig are in one another", DEPTH_MAX);
	search->around[search->depth++] = condition;
}

static void add_depends(struct search *search, struct entry *entry, const char *condition)
{
	const char **around = &search->around[search->depth - 1];
	struct text text = {};

	if (entry->kind == ENTRY_OPTION)
		names_add(&entry->depends, condition);
	if (entry->kind != ENTRY_BLOCK)
		return;
	append(&text, "%s%s%s", *around ? *around : "", *around ? " && " : "", condition);
	*around = text.bytes;
}

static void read_kconfig(struct search *search, const char *file);

/* Its name in quotes or not, with variables of the Makefile. */
static void read_source(struct search *search, const char *name)
{
	static const struct {
		const char *variable, *value;
	} variables[] = { { "$(SRCARCH)", "um" }, { "$(HEADER_ARCH)", "x86" } };
	struct text path = {};

	name += *name == '"';
	while (*name && *name != '"') {
		unsigned int i = 0;

		while (i < ARRAY_SIZE(variables) && !after(name, variables[i].variable))
			i++;
		if (i < ARRAY_SIZE(variables)) {
			append_string(&path, variables[i].value);
			name += strlen(variables[i].variable);
		} else {
			append_bytes(&path, name++, 1);
		}
	}
	read_kconfig(search, copy_of(path.bytes));
	free(path.bytes);
}

/* The rest of @line behind @word, if that is its first. */
static char *behind(char *line, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(line, word, length) || (line[length] && !isspace((unsigned char)line[length])))
		return NULL;
	line += length;
	return line + strspn(line, " \t");
}

/* Return: whether the lines of a help follow. */
static bool read_line(struct search *search, struct entry *entry, char *line, const char *file,
		      unsigned int number)
{
	static const char *const prompts[] = {
		"bool", "tristate", "string", "int", "hex", "prompt"
	};
	char *rest;

	if ((rest = behind(line, "depends")) && (rest = behind(rest, "on"))) {
		add_depends(search, entry, condition_of(rest));
		return false;
	}
	for (unsigned int i = 0; i < ARRAY_SIZE(prompts); i++)
		if ((rest = behind(line, prompts[i])))
			entry->prompt |= *rest == '"';
	if (behind(line, "help") || behind(line, "---help---"))
		return true;

	/* These end an entry. */
	if ((rest = behind(line, "config")) || (rest = behind(line, "menuconfig"))) {
		tell(search, entry);
		*entry = (struct entry){ .file = file, .line = number };
		entry->kind = strcmp(rest, search->option) ? ENTRY_OTHER : ENTRY_OPTION;
	} else if ((rest = behind(line, "if")) || behind(line, "menu") || behind(line, "choice")) {
		tell(search, entry);
		*entry = (struct entry){ .kind = rest ? ENTRY_OTHER : ENTRY_BLOCK };
		push(search, rest ? condition_of(rest) : NULL);
	} else if (behind(line, "endif") || behind(line, "endmenu") || behind(line, "endchoice")) {
		tell(search, entry);
		*entry = (struct entry){};
		search->depth -= search->depth != 0;
	} else if ((rest = behind(line, "source"))) {
		tell(search, entry);
		*entry = (struct entry){};
		read_source(search, rest);
	} else if (behind(line, "comment")) {
		tell(search, entry);
		*entry = (struct entry){};
	}
	return false;
}

static size_t indent_of(const char *line)
{
	size_t indent = 0;

	for (; *line == ' ' || *line == '\t'; line++)
		indent = *line == '\t' ? (indent / 8 + 1) * 8 : indent + 1;
	return indent;
}

static void read_kconfig(struct search *search, const char *file)
{
	char *path = path_in(search->tree, file), *all = file_read(path, NULL);
	char *line, *rest = all;
	unsigned int number = 0;
	struct entry entry = {};
	bool help = false;
	size_t indent = 0; /* of the help's first line, once that has come */

	if (++search->files == DEPTH_MAX)
		die("more than %d files of Kconfig source one another", DEPTH_MAX);
	while ((line = next_line(&rest))) {
		char *start = line + strspn(line, " \t");

		number++;
		if (!*start || *start == '#')
			continue;
		if (help && (indent ? indent_of(line) >= indent : indent_of(line) > 0)) {
			indent = indent ? indent : indent_of(line);
			continue;
		}
		/* A line that goes on behind this one. */
		while (start[strlen(start) - 1] == '\\' && rest && *rest) {
			start[strlen(start) - 1] = ' ';
			start[strlen(start)] = ' ';
			number++;
			next_line(&rest);
		}
		help = read_line(search, &entry, start, file, number);
		indent = 0;
	}
	tell(search, &entry);
	search->files--;
	free(path);
	free(all);
}

/**
 * view_config_needs() - why a kernel did not take these lines
 *
 * TREE is its source, and CONFIG its configuration.
 */
int view_config_needs(int argc, char **argv)
{
	struct text config = {};

	append(&config, "\n%s", file_need(argv[1], "the configuration", NULL));
	for (int i = 2; i < argc; i++) {
		struct search search = { .tree = argv[0], .line = argv[i], .config = config.bytes };
		const char *option = after(argv[i], "CONFIG_"), *value;
		struct text text = {};

		option = option ? option : argv[i];
		append(&text, "%.*s", (int)strcspn(option, "="), option);
		search.option = text.bytes;
		value = value_of(config.bytes, search.option);
		if (value) {
			printf("%s: it has the value %s\n", argv[i], value);
			continue;
		}
		read_kconfig(&search, "Kconfig");
		if (!search.found)
			printf("%s: no Kconfig file of this kernel has this option\n", argv[i]);
	}
	return AS_IT_SHOULD;
}
