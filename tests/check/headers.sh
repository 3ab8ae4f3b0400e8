#!/bin/sh
# SPDX-License-Identifier: MIT
# Each public header compiles alone, and its include guard is named after its path.
set -u
bad=0
for header in include/rollout/*/*.h; do
	# shellcheck disable=SC2086
	${CC:-cc} -std=c11 $CPPFLAGS -Wall -Wextra -Wpedantic -Wstrict-prototypes -Werror -fsyntax-only -x c "$header" || bad=1
	guard=$(echo "${header#include/}" | tr 'a-z/.' 'A-Z__')
	grep -q "^#ifndef $guard\$" "$header" || { echo "$header: its include guard is not $guard"; bad=1; }
done
exit $bad
