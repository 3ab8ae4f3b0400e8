#!/bin/sh
# SPDX-License-Identifier: MIT
# clang-tidy, cppcheck and clang-format over the sources given, on all processors; clang-format over the headers, too. Says what is not
# installed; fails on a finding.
set -u
bad=0
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
export CPPFLAGS

# each NAME COMMAND FILE...: the command, which sees a file as $1, for every one of them. A finding does not hide the next file's, and
# what is said about one file stays together.
each() {
	name=$1
	command=$2
	shift 2
	printf '%s\n' "$@" | NAME=$name COMMAND=$command xargs -P "$jobs" -n 1 sh -c '
		said=$(eval "$COMMAND" 2>/dev/null) || { printf "%s\n%s: %s\n" "$said" "$NAME" "$1"; exit 1; }' sh || bad=1
}

if command -v clang-tidy >/dev/null 2>&1; then
	# shellcheck disable=SC2016
	each clang-tidy 'clang-tidy --quiet "$1" -- $CPPFLAGS' "$@"
else
	echo "clang-tidy is not installed: left out"
fi
if command -v cppcheck >/dev/null 2>&1; then
	# Headers are found as the compiler finds them: without, it knows no macro of ours. ctuuninitvar takes storage that the callee fills
	# for storage it reads.
	cppcheck --quiet -j "$jobs" --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
		--suppress=missingIncludeSystem --suppress=ctuuninitvar -D_XOPEN_SOURCE=700 -Iinclude -Isrc "$@" || bad=1
else
	echo "cppcheck is not installed: left out"
fi
if command -v clang-format >/dev/null 2>&1; then
	# shellcheck disable=SC2016,SC2046
	each clang-format 'clang-format --dry-run -Werror "$1"' "$@" $(find src include -name '*.h')
else
	echo "clang-format is not installed: left out"
fi
[ $bad = 0 ] && echo "lint: nothing found"
exit $bad
