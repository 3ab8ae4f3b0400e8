#!/bin/sh
# SPDX-License-Identifier: MIT
# Sums up what the tests of a --coverage build ran: lcov where it is installed, else gcov alone. BUILD is where the objects lie.
set -u
: "${BUILD:=build/coverage}"
if command -v lcov >/dev/null 2>&1; then
	lcov --quiet --capture --directory "$BUILD/obj" --output-file "$BUILD/coverage.info" --rc lcov_branch_coverage=1 &&
		lcov --list "$BUILD/coverage.info" --rc lcov_branch_coverage=1 2>/dev/null
	exit
fi
command -v gcov >/dev/null 2>&1 || { echo "neither lcov nor gcov is installed"; exit 1; }
find "$BUILD/obj" -name '*.gcda' | sort | while read -r data; do
	gcov -n -o "$data" "$data" 2>/dev/null
done | awk '
	/^File / { name = $2; gsub(/\047/, "", name) }
	/^Lines executed/ && name ~ /^src\// {
		split($0, part, /[:% ]+/)
		printf "%-34s %6.1f %% of %d\n", name, part[3], $NF
		run += part[3] * $NF / 100; all += $NF; name = ""
	}
	END { if (all) printf "%-34s %6.1f %% of %d\n", "all", 100 * run / all, all }'
