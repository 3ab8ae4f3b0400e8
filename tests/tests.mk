# SPDX-License-Identifier: MIT
# How the tests are built and run; included by the Makefile. tests/README.md says where each kind of test lives. A file that is put
# in the right folder is picked up by its name: no list of tests stands here.

# One more than there are processors: tests of the screen wait half of their time.
JOBS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1) + 1)))
FUZZ_SECONDS ?= 30
SANITIZED := BUILD=build/asan OPTIMISE='-O1 -fno-omit-frame-pointer' \
	EXTRA='-fsanitize=address,undefined -fno-sanitize-recover=all'

TEST_KINDS := unit rules store exchange fault screen
TEST_SOURCES := $(foreach k,$(TEST_KINDS),$(sort $(wildcard tests/$(k)/test_*.c)))
TEST_PROGRAMS := $(TEST_SOURCES:tests/%.c=$(BUILD)/tests/%)
FUZZ_SOURCES := $(sort $(wildcard tests/fuzz/fuzz_*.c))
FUZZ_NAMES := $(FUZZ_SOURCES:tests/fuzz/%.c=%)
REPLAYS := $(FUZZ_NAMES:%=$(BUILD)/tests/fuzz/%)

# Sources beside the tests that are no test_*.c hold what several of them share; store's serve fault as well.
helpers = $(patsubst tests/%.c,$(BUILD)/tests/%.o,$(filter-out tests/$(1)/test_%.c,$(wildcard tests/$(1)/*.c)))
HELPERS_unit := $(call helpers,unit)
HELPERS_rules := $(call helpers,rules)
HELPERS_store := $(call helpers,store)
HELPERS_exchange := $(call helpers,exchange)
HELPERS_fault := $(call helpers,fault) $(HELPERS_store)
HELPERS_screen := $(call helpers,screen)

test:  ## install what is missing, build, run every test
	$(Q)sh src/build/deps.sh test
	$(Q)$(MAKE) --no-print-directory all
	$(Q)$(MAKE) --no-print-directory -k -j$(JOBS) test-programs || true
	$(Q)$(MAKE) --no-print-directory run-tests

test-asan:  ## the same tests under the address and undefined-behaviour sanitizers
	$(Q)ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 $(MAKE) --no-print-directory $(SANITIZED) test

test-long:  ## the same tests, those of chance with all their tries instead of a share
	$(Q)ROLLOUT_TEST_LONG=1 TEST_SECONDS=3600 $(MAKE) --no-print-directory test

test-programs: $(TEST_PROGRAMS) $(REPLAYS)

run-tests:
	$(Q)BUILD='$(BUILD)' ROLLOUT='$(CURDIR)/$(BUILD)/rollout' JOBS='$(JOBS)' CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' \
		OBJECTS='$(OBJECTS) $(BUILD)/obj/main.o' sh tests/run.sh $(TEST_PROGRAMS) $(REPLAYS)

# One program at a time: make run-one TEST=store/test_open
run-one:
	$(Q)$(MAKE) --no-print-directory all $(BUILD)/tests/$(TEST)
	$(Q)ROLLOUT='$(CURDIR)/$(BUILD)/rollout' $(BUILD)/tests/$(TEST)

$(BUILD)/tests/%.o: tests/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  compile $<"
	$(Q)rm -f $(@:.o=) && $(CC) $(CPPFLAGS) $(SESSION) $(CFLAGS) -MMD -MP -c -o $@ $<

.SECONDEXPANSION:
# cmocka stands before the library: it has a print_message too.
$(TEST_PROGRAMS): %: %.o $$(HELPERS_$$(notdir $$(@D))) $(LIBRARY)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(TEST_LIBS) $(LIBRARY) $(LIBS) -lutil

$(REPLAYS): %: %.o $(BUILD)/tests/fuzz/replay.o $(LIBRARY)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

-include $(TEST_PROGRAMS:=.d) $(REPLAYS:=.d) $(BUILD)/tests/fuzz/replay.d
-include $(patsubst %.o,%.d,$(foreach k,$(TEST_KINDS),$(HELPERS_$(k))))

check-headers:  ## each public header compiles alone
	$(Q)CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' sh tests/check/headers.sh

check-layers: $(OBJECTS) $(BUILD)/obj/main.o  ## no layer uses what is above it, no banned function, no mutable global
	$(Q)BUILD='$(BUILD)' sh tests/check/layers.sh $^

lint: $(OBJECTS)  ## clang-tidy, cppcheck and clang-format, where they are installed
	$(Q)CPPFLAGS='$(CPPFLAGS) -std=c11' sh tests/check/lint.sh $(SOURCES) src/main.c

coverage:  ## how much of each source the tests run (gcov, lcov)
	$(Q)find build/coverage -name '*.gcda' -exec rm -f {} + 2>/dev/null || true
	$(Q)$(MAKE) --no-print-directory BUILD=build/coverage OPTIMISE=-O0 EXTRA='--coverage -fprofile-update=atomic' test || true
	$(Q)BUILD=build/coverage sh tests/check/coverage.sh

bench:  ## times and memory beside the plain C floor and sqlite3's own shell
	$(Q)sh src/build/deps.sh test
	$(Q)$(MAKE) --no-print-directory all
	$(Q)BUILD='$(BUILD)' ROLLOUT='$(CURDIR)/$(BUILD)/rollout' sh tests/bench/run.sh

fuzz:  ## fuzz each target for FUZZ_SECONDS (30) with clang's libFuzzer
	$(Q)$(MAKE) --no-print-directory CC=clang BUILD=build/fuzz OPTIMISE='-O1 -fno-omit-frame-pointer' \
		EXTRA='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all' fuzzers
	$(Q)BUILD=build/fuzz SECONDS_EACH='$(FUZZ_SECONDS)' sh tests/fuzz/run.sh $(FUZZ_NAMES)

fuzzers: $(FUZZ_NAMES:%=$(BUILD)/fuzz/%)

$(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(LIBS)

.PHONY: test test-asan test-long test-programs run-tests run-one check-headers check-layers lint coverage bench fuzz fuzzers
# Kept, so that a second run compiles nothing.
.PRECIOUS: $(BUILD)/tests/%.o
