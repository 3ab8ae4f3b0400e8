# SPDX-License-Identifier: MIT
# `make help` lists the targets. V=1 shows the commands. Everything that is built goes below build/.

PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
V ?= 0
Q := $(if $(filter 1,$(V)),,@)

VERSION := 0.1.0
CC ?= cc
SESSION := -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK

# A flag is used only where the compiler knows it, so that gcc and clang of several ages all build without a warning.
flag = $(shell $(CC) -Werror $(1) -fsyntax-only -x c /dev/null >/dev/null 2>&1 && echo '$(1)')
ifeq ($(filter clean help deps uninstall,$(MAKECMDGOALS)),)
PROBED := $(foreach f,-Wduplicated-cond -Wlogical-op -Wtrampolines -Wbidi-chars=any -Wformat-signedness \
	-fstack-clash-protection -fcf-protection=full,$(call flag,$(f)))
endif
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wformat=2 -Wvla -Wundef -Wcast-qual -Wwrite-strings \
	-Wpointer-arith -Wimplicit-fallthrough -Wnull-dereference -Wdouble-promotion
HARDENING := -fstack-protector-strong -fno-delete-null-pointer-checks -fno-strict-overflow \
	-fno-strict-aliasing -fno-common -fPIE
OPTIMISE ?= -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
CPPFLAGS += -D_XOPEN_SOURCE=700 -Iinclude -Isrc -DROLLOUT_VERSION='"$(VERSION)"'
CFLAGS += -std=c11 -g $(OPTIMISE) $(WARNINGS) $(PROBED) $(HARDENING) $(EXTRA)
LINKING_Linux := -Wl,-z,relro -Wl,-z,now -Wl,--as-needed
LDFLAGS += -pie $(LINKING_$(shell uname -s)) $(EXTRA)

# Libraries are found by pkg-config; a Homebrew utf8proc, ncurses or sqlite is found the same way.
PKG := ncursesw panelw sqlite3 libcjson libutf8proc minizip expat
TEST_PKG := cmocka vterm
ifneq ($(shell command -v pkg-config 2>/dev/null),)
CPPFLAGS += $(filter-out -D_DEFAULT_SOURCE -D_XOPEN_SOURCE=600,$(shell pkg-config --cflags $(PKG) 2>/dev/null))
LIBS := $(shell pkg-config --libs $(PKG) 2>/dev/null) -lm
TEST_LIBS := $(shell pkg-config --libs $(TEST_PKG) 2>/dev/null)
endif

LAYERS := base model rules store exchange programme tui cli
# A layer is its folder with the folders of its subjects.
SOURCES := $(foreach l,$(LAYERS),$(sort $(shell find src/$(l) -name '*.c')))
GENERATED := commands embedded fingerprints
COMMANDS := $(notdir $(basename $(sort $(wildcard src/cli/cmd_*.c))))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/obj/%.o) $(GENERATED:%=$(BUILD)/obj/gen/%.o)
LIBRARY := $(BUILD)/librollout.a
SCHEMA := $(sort $(wildcard data/schema/*.sql))
EMBEDDED := $(sort $(wildcard data/schema/*.sql data/rules/*.sql data/facts/*.sql data/templates/*.json data/sample/*.json data/plan/*.json))

all: $(BUILD)/rollout  ## build build/rollout (the default)

$(BUILD)/rollout: $(BUILD)/obj/main.o $(LIBRARY)
	@echo "  link    $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(LIBRARY): $(OBJECTS) $(BUILD)/files
	@echo "  archive $@"
	$(Q)rm -f $@ && $(AR) rcs $@ $(OBJECTS)

$(BUILD)/obj/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  compile $<"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# The list of the tables of commands: each is called as its file.
$(BUILD)/gen/commands.c: $(BUILD)/files
	@mkdir -p $(@D)
	$(Q)printf '%s\n' '#include "cli/command.h"' '' $(COMMANDS:%='extern const struct command %[];') '' \
		'const struct command *const command_tables[] = {' $(COMMANDS:%='	%,') '	NULL' '};' > $@

# What is embedded and the fingerprints of the schema are written by two small programs of src/build.
$(BUILD)/gen/embedded.c: $(BUILD)/tools/embed $(EMBEDDED) $(BUILD)/files
	@mkdir -p $(@D)
	$(Q)$(BUILD)/tools/embed data/ $(EMBEDDED) > $@.tmp && mv $@.tmp $@

$(BUILD)/gen/fingerprints.c: $(BUILD)/tools/fingerprint $(SCHEMA) $(BUILD)/files
	@mkdir -p $(@D)
	$(Q)$(BUILD)/tools/fingerprint $(SCHEMA) > $@.tmp && mv $@.tmp $@

$(BUILD)/tools/embed: src/build/embed.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) -std=c11 -O1 -o $@ $<

$(BUILD)/tools/fingerprint: src/build/print_fingerprints.c src/store/fingerprint.c src/store/fingerprint.h
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) -std=c11 -O1 -o $@ src/build/print_fingerprints.c src/store/fingerprint.c $(LIBS)

# Rebuilds everything when the compiler or its flags change, and the library when a source comes or goes.
$(BUILD)/flags: FORCE
	@mkdir -p $(BUILD)
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS)' | cmp -s - $@ || echo '$(CC) $(CPPFLAGS) $(CFLAGS)' > $@

$(BUILD)/files: FORCE
	@mkdir -p $(BUILD)
	@echo '$(OBJECTS) $(EMBEDDED)' | cmp -s - $@ || echo '$(OBJECTS) $(EMBEDDED)' > $@
FORCE:

-include $(OBJECTS:.o=.d) $(BUILD)/obj/main.d

run: deps  ## install what is missing, build, open the sample programme
	$(Q)$(MAKE) --no-print-directory all
	$(Q)$(BUILD)/rollout sample --if-missing -f $(BUILD)/sample.rollout
	$(Q)$(BUILD)/rollout -f $(BUILD)/sample.rollout

deps:  ## install the compiler and libraries that are missing
	$(Q)sh src/build/deps.sh run

include tests/tests.mk

renew: all  ## write anew what is generated and checked in: completions, commands and keys of the man page, commands of README
	$(Q)$(BUILD)/rollout completion bash > data/completions/rollout.bash
	$(Q)$(BUILD)/rollout completion zsh > data/completions/_rollout
	$(Q)$(BUILD)/rollout completion fish > data/completions/rollout.fish
	$(Q)for page in data/man/rollout.1 README.md; do \
		sh src/build/renew_pages.sh $(BUILD)/rollout $$page > $(BUILD)/page && cp $(BUILD)/page $$page; done

install: all  ## install below PREFIX (default /usr/local), DESTDIR before it
	install -Dm755 $(BUILD)/rollout $(DESTDIR)$(PREFIX)/bin/rollout
	install -Dm644 data/man/rollout.1 $(DESTDIR)$(PREFIX)/share/man/man1/rollout.1
	install -Dm644 data/completions/rollout.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/rollout
	install -Dm644 data/completions/_rollout $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_rollout
	install -Dm644 data/completions/rollout.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/rollout.fish

uninstall:  ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/rollout $(DESTDIR)$(PREFIX)/share/man/man1/rollout.1 \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/rollout \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_rollout \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/rollout.fish

debug:  ## build build/debug/rollout without optimisation
	$(Q)$(MAKE) --no-print-directory BUILD=build/debug OPTIMISE='-O0' all

asan:  ## build build/asan/rollout with the address and undefined-behaviour sanitizers
	$(Q)$(MAKE) --no-print-directory BUILD=build/asan OPTIMISE='-O1 -fno-omit-frame-pointer' \
		EXTRA='-fsanitize=address,undefined -fno-sanitize-recover=all' all

clean:  ## remove build/
	rm -rf build

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*  ## ' Makefile tests/tests.mk | sed 's/:.*  ## /\t/' | expand -t 16

.PHONY: all run deps renew install uninstall debug asan clean help FORCE
.DELETE_ON_ERROR:
