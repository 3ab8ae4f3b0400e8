#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every test: the programs given, each tests/cli/test_*.sh, and the checks of headers and layers. One line a program, the output of those that
# fail, and at the end "N passed, N failed". Each program gets a temporary folder and a home of its own, so that several run at once.
# Called by make run-tests; `sh tests/run.sh one NAME COMMAND…` is how it calls itself.
set -u
: "${BUILD:=build}" "${JOBS:=2}" "${OBJECTS:=}"
export BUILD

# Counts of a program's output: cmocka's totals, or "N passed, N failed" as the last line.
count() {
	awk '
		/^\[  PASSED  \] [0-9]+ test/ { passed += $4; seen = 1 }
		/^\[  FAILED  \] .*[0-9]+ test\(s\), listed below/ {
			for (i = 1; i < NF; i++) if ($(i + 1) ~ /^test\(s\)/) failed += $i
			seen = 1
		}
		/^[0-9]+ passed, [0-9]+ failed$/ { said_passed = $1; said_failed = $3; said = 1 }
		END {
			if (said && !seen) { passed = said_passed; failed = said_failed; seen = 1 }
			print passed + 0, failed + 0, seen + 0
		}' "$1"
}

# A slow machine or the sanitizers may need a while; a program that hangs is a failure.
limited() {
	if command -v timeout >/dev/null 2>&1; then
		timeout -k 5 "${TEST_SECONDS:-300}" "$@"
	else
		"$@"
	fi
}

run_one() {
	name=$1
	shift
	work=$(mktemp -d "$RESULTS/work.XXXXXX")
	mkdir "$work/home" "$work/tmp"
	# Tests of permissions look in as another user.
	chmod 711 "$work" "$work/tmp"
	began=$(date +%s)
	log=$RESULTS/$(echo "$name" | tr / -)
	(
		TMPDIR=$work/tmp HOME=$work/home XDG_STATE_HOME=$work/home/state XDG_DATA_HOME=$work/home/data
		export TMPDIR HOME XDG_STATE_HOME XDG_DATA_HOME
		limited "$@"
	) >"$log.log" 2>&1 </dev/null
	code=$?
	took=$(($(date +%s) - began))
	# shellcheck disable=SC2046
	set -- $(count "$log.log")
	passed=$1 failed=$2
	# A program without totals is one case; one that crashed has failed whatever it counted so far.
	[ "$3" = 1 ] || [ "$code" != 0 ] || passed=1
	[ "$code" = 0 ] || [ "$failed" != 0 ] || failed=1
	echo "$passed $failed" >"$log.count"
	if [ "$failed" != 0 ]; then
		{
			printf -- '---- %s (exit %s)\n' "$name" "$code"
			grep -av -e '^\[ RUN      \]' -e '^\[       OK \]' "$log.log" | tail -n 60
		} >"$log.shown"
		cat "$log.shown"
	fi
	printf '  %-34s %5d passed %4d failed %4d s\n' "$name" "$passed" "$failed" "$took"
	rm -rf "$work"
}

if [ "${1:-}" = one ]; then
	shift
	run_one "$@"
	exit 0
fi

RESULTS=$(mktemp -d "${TMPDIR:-/tmp}/rollout-tests.XXXXXX") || exit 1
export RESULTS
chmod 711 "$RESULTS"
trap 'rm -rf "$RESULTS"' EXIT
trap 'exit 130' INT TERM HUP

{
	for test in tests/cli/test_*.sh; do
		[ ! -f "$test" ] || echo "$(basename "$test" .sh | sed 's|^|cli/|') sh tests/cli/run.sh $PWD/$test"
	done
	for program; do
		name=${program#"$BUILD"/tests/}
		case $name in
		fuzz/*) echo "$name $program" "tests/fuzz/corpus/${name#fuzz/fuzz_}" ;;
		*) echo "$name $program" ;;
		esac
	done
	echo check-headers sh tests/check/headers.sh
	echo check-layers sh tests/check/layers.sh "$OBJECTS"
} | xargs -P "$JOBS" -L 1 sh "$0" one

cat "$RESULTS"/*.count 2>/dev/null | awk -v programs="$#" '
	{ passed += $1; failed += $2; count++ }
	END {
		if (count < programs) failed += programs - count
		printf "%d passed, %d failed\n", passed, failed
		exit failed > 0 || passed == 0
	}'
