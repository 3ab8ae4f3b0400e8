#!/bin/sh
# SPDX-License-Identifier: MIT
# clang-tidy (one file a call, so that one finding does not hide the next file's), cppcheck and clang-format over the sources given. Says
# what is not installed; fails on a finding.
set -u
bad=0
if command -v clang-tidy >/dev/null 2>&1; then
	for file; do
		# shellcheck disable=SC2086
		clang-tidy --quiet "$file" -- $CPPFLAGS 2>/dev/null || { echo "clang-tidy: $file"; bad=1; }
	done
else
	echo "clang-tidy is not installed: left out"
fi
if command -v cppcheck >/dev/null 2>&1; then
	# ctuuninitvar takes storage that the callee fills for storage it reads.
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
		--suppress=missingIncludeSystem --suppress=ctuuninitvar -D_XOPEN_SOURCE=700 -Iinclude "$@" || bad=1
else
	echo "cppcheck is not installed: left out"
fi
if command -v clang-format >/dev/null 2>&1; then
	for file; do
		clang-format --dry-run -Werror "$file" >/dev/null 2>&1 || { echo "clang-format: $file"; bad=1; }
	done
else
	echo "clang-format is not installed: left out"
fi
[ $bad = 0 ] && echo "lint: nothing found"
exit $bad
