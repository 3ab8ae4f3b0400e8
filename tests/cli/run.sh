#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every tests/cli/test_*.sh (or those named), each in an empty folder of its own and an environment without surprises, JOBS at a
# time, and says how many of their checks passed. ROLLOUT is the binary to try, else build/rollout. `run.sh one TEST` is how it calls itself.
set -u

if [ "${1:-}" = one ]; then
	test=$2
	name=$(basename "$test" .sh)
	mkdir -p "$ROOT/$name/work" "$ROOT/$name/home" "$ROOT/$name/tmp"
	(
		cd "$ROOT/$name/work" || exit 1
		env -i PATH="$PATH" HOME="$ROOT/$name/home" TMPDIR="$ROOT/$name/tmp" \
			XDG_DATA_HOME="$ROOT/$name/home/data" XDG_STATE_HOME="$ROOT/$name/home/state" \
			LC_ALL=C.UTF-8 TZ=UTC TERM=dumb ROLLOUT_TODAY=2026-11-22 ROLLOUT_USER=tester \
			ROLLOUT="$ROLLOUT" TESTS="$TESTS" SCORE="$ROOT/$name.score" \
			${ASAN_OPTIONS:+ASAN_OPTIONS="$ASAN_OPTIONS"} ${UBSAN_OPTIONS:+UBSAN_OPTIONS="$UBSAN_OPTIONS"} \
			sh "$test"
	) >"$ROOT/$name.log" 2>&1
	if [ ! -f "$ROOT/$name.score" ]; then
		echo "$name: ended before its last line" >>"$ROOT/$name.log"
		echo '0 1' >"$ROOT/$name.score"
	fi
	cat "$ROOT/$name.log"
	rm -rf "${ROOT:?}/$name"
	exit 0
fi

TESTS=$(cd "$(dirname "$0")" && pwd) || exit 1
ROLLOUT=${ROLLOUT:-$TESTS/../../build/rollout}
case $ROLLOUT in
/*) ;;
*) ROLLOUT=$PWD/$ROLLOUT ;;
esac
if [ ! -x "$ROLLOUT" ]; then
	echo "$ROLLOUT: not there; build it first" >&2
	exit 1
fi
ROOT=$(mktemp -d) || exit 1
export TESTS ROLLOUT ROOT
trap 'rm -rf "$ROOT"' EXIT
trap 'exit 130' INT TERM HUP

if [ $# -eq 0 ]; then set -- "$TESTS"/test_*.sh; fi
for test; do
	case $test in
	/*) echo "$test" ;;
	*) echo "$PWD/$test" ;;
	esac
done | xargs -P "${JOBS:-2}" -n 1 sh "$0" one
cat "$ROOT"/*.score | awk '
	{ passed += $1; failed += $2 }
	END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || passed == 0 }'
