# SPDX-License-Identifier: GPL-2.0
#
# Every job is a thin call of uml-replay, which also works alone, from any directory, and
# whose commands have a --help.

MAKEFLAGS += --no-print-directory
KERNEL ?= $(shell sed -n "s/^default[[:space:]]*//p" uml-config/series)
KERNELS ?=
DEFAULT_SCENARIO := $(shell cat scenarios/flagship)
SCENARIO ?= $(DEFAULT_SCENARIO)
N ?= 100
BOUND ?= 2
PREFIX ?= /usr/local
# What it says can be pasted where make was called.
UML_REPLAY = $(if $(findstring :$(PWD):,:$(CURDIR):),replay/uml-replay,"$(CURDIR)/replay/uml-replay")

.PHONY: help setup reproduce run debug timeline diff check verify bisect explore matrix report bench new expect points list install uninstall clean

help: ## this list
	@echo 'Deterministic replay of Linux kernel races on user-mode Linux.'
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
		awk -F '|' '{ printf "%-18s %s\n", $$1, $$2 }'
	@echo
	@echo 'Variables: KERNEL=$(KERNEL) (or /path/to/tree, or /path:revision) VARIANT=mainline (or a patch)'
	@echo '           SCENARIO=$(SCENARIO) N=$(N) BOUND=$(BOUND)'
	@echo '           KERNELS="6.1 7.2" (check, report; without it check takes all, in turn)'

setup: ## install the Debian packages that are missing (root, or sudo)
	@$(UML_REPLAY) setup

reproduce: setup ## force the race on every variant of KERNEL, and show it
	@$(UML_REPLAY) reproduce "$(SCENARIO)" --kernel "$(KERNEL)"

run: ## one run: SCENARIO on VARIANT of KERNEL
	@$(UML_REPLAY) run "$(SCENARIO)" --kernel "$(KERNEL)" --variant "$(or $(VARIANT),mainline)"

check: ## what is tested here, some of it by turns; uml-replay check --all runs everything
	@$(UML_REPLAY) setup --check
	@$(UML_REPLAY) check $(KERNELS)

debug: ## gdb's prompt at the moment of the race in SCENARIO, or before its step STEP
	@$(UML_REPLAY) debug "$(SCENARIO)" --kernel "$(KERNEL)" --variant "$(or $(VARIANT),mainline)" \
		$(if $(STEP),--step "$(STEP)")

timeline: ## SCENARIO on VARIANT of KERNEL as the diagram of a commit message
	@$(UML_REPLAY) timeline "$(SCENARIO)" --kernel "$(KERNEL)" --variant "$(or $(VARIANT),mainline)"

diff: ## two runs in one diagram: A=punch-fault:mainline@6.1 B=enoent; see uml-replay diff --help
	@$(UML_REPLAY) diff $(if $(A),"$(A)") $(if $(B),"$(B)")

verify: ## SCENARIO, N times under different conditions: the same to the byte?
	@$(UML_REPLAY) verify "$(SCENARIO)" --kernel "$(KERNEL)" --variant "$(or $(VARIANT),mainline)" -n "$(N)"

bisect: ## the commit of TREE between GOOD and BAD at which SCENARIO (or its CHECK) changed
	@$(UML_REPLAY) bisect "$(TREE)" $(if $(GOOD),"$(GOOD)") $(if $(BAD),"$(BAD)") "$(SCENARIO)" --variant "$(or $(VARIANT),mainline)" \
		$(if $(CHECK),--check "$(CHECK)")

new: ## begin a scenario: SCENARIO, in this repository or in DIR; KIND=, see uml-replay new
	@$(UML_REPLAY) new "$(filter-out $(DEFAULT_SCENARIO),$(SCENARIO))" $(if $(DIR),"$(DIR)") $(if $(KIND),--template "$(KIND)")

expect: ## write down what SCENARIO does on VARIANT of KERNEL: 'make check' compares it from then on
	@$(UML_REPLAY) expect "$(SCENARIO)" --kernel "$(KERNEL)" --variant "$(or $(VARIANT),mainline)"

points: ## where an actor can be held: the labels of SCENARIO, or the functions FUNCTION='shmem_*'
	@$(UML_REPLAY) points $(if $(FUNCTION),"$(FUNCTION)") --kernel "$(KERNEL)" --scenario "$(SCENARIO)" \
		--variant "$(or $(VARIANT),mainline)" $(if $(TRY),--try "$(TRY)")

explore: ## every execution of SCENARIO up to BOUND preemptions (or all): what comes of them
	@$(UML_REPLAY) explore "$(SCENARIO)" --kernel "$(KERNEL)" --variant "$(or $(VARIANT),mainline)" \
		--bound "$(BOUND)" $(if $(ACTORS),--actors "$(ACTORS)") $(if $(POINTS),--points "$(POINTS)")

matrix: ## what user space sees, and what is left: all scenarios, variants and kernels
	@$(UML_REPLAY) matrix

report: ## the scenarios on KERNELS, checked, as a page to read: build/report/report.html
	@$(UML_REPLAY) report $(KERNELS)

bench: ## how long things take
	@$(UML_REPLAY) setup --check
	@$(UML_REPLAY) bench

list: ## the scenarios and kernels there are; uml-replay list SCENARIO: its variants
	@$(UML_REPLAY) list

install: ## uml-replay into PREFIX/bin, as a link to here, with a man page and a completion of bash
	@replay/libexec/install "$(PREFIX)"

uninstall: ## take away what install put there
	@replay/libexec/install --remove "$(PREFIX)"

clean: ## remove everything that was made
	rm -rf build
