# SPDX-License-Identifier: MIT
# Helpers for tests/cli/test_*.sh: run the program, look at its exit code, output and messages. A test says what must hold; only what
# does not hold is printed. Sourced by each test inside its own empty folder; run.sh sets $ROLLOUT, $TESTS and $SCORE.
# shellcheck shell=sh disable=SC2034

PASSED=0
FAILED=0
CODE=0
LAST=
OUT=$TMPDIR/out
ERR=$TMPDIR/err

pass() {
	PASSED=$((PASSED + 1))
}

# fail WHAT: with the command at hand and what it printed.
fail() {
	FAILED=$((FAILED + 1))
	printf '%s: after `%s`: %s\n' "${0##*/}" "$LAST" "$1" | cat -v
	printf '    exit %s\n' "$CODE"
	head -n 6 "$OUT" | sed 's/^/    out: /'
	head -n 6 "$ERR" | sed 's/^/    err: /'
}

# run ARGUMENT...: the program, without a terminal and with nothing on standard input.
run() {
	LAST="rollout $*"
	"$ROLLOUT" "$@" >"$OUT" 2>"$ERR" </dev/null
	CODE=$?
}

# run_with FILE ARGUMENT...: the same with FILE on standard input.
run_with() {
	input=$1
	shift
	LAST="rollout $*"
	"$ROLLOUT" "$@" >"$OUT" 2>"$ERR" <"$input"
	CODE=$?
}

# run_terminal COLUMNS INPUT ARGUMENT...: on a terminal of that width, with INPUT typed; messages are in the output too.
run_terminal() {
	columns=$1
	typed=$2
	shift 2
	LAST="rollout $*"
	python3 "$TESTS/terminal.py" "$columns" "$typed" "$ROLLOUT" "$@" >"$OUT" 2>"$ERR"
	CODE=$?
}

# expect_exit N ARGUMENT...: runs and compares the exit code.
expect_exit() {
	wanted_code=$1
	shift
	run "$@"
	expect_code "$wanted_code"
}

# expect_out TEXT, expect_err TEXT: it stands somewhere in what was printed.
expect_out() {
	if grep -qF -- "$1" "$OUT"; then pass; else fail "expected on standard output: $1"; fi
}

expect_err() {
	if grep -qF -- "$1" "$ERR"; then pass; else fail "expected on standard error: $1"; fi
}

# expect_line TEXT: a whole line of standard output.
expect_line() {
	if grep -qxF -- "$1" "$OUT"; then pass; else fail "expected the line: $1"; fi
}

expect_not_out() {
	if grep -qF -- "$1" "$OUT"; then fail "not expected on standard output: $1"; else pass; fi
}

expect_no_out() {
	if [ -s "$OUT" ]; then fail "expected nothing on standard output"; else pass; fi
}

expect_no_err() {
	if [ -s "$ERR" ]; then fail "expected nothing on standard error"; else pass; fi
}

# expect_code N: the exit code of what ran last.
expect_code() {
	if [ "$CODE" = "$1" ]; then pass; else fail "expected exit $1"; fi
}

# expect_usage ARGUMENT...: exit 2, one line of message, no output, nothing else.
expect_usage() {
	expect_exit 2 "$@"
	expect_no_out
	expect_count 1 "$ERR"
}

# expect_count N FILE: lines.
expect_count() {
	lines=$(wc -l <"$2")
	if [ "$lines" -eq "$1" ]; then pass; else fail "expected $1 lines, not $lines, in ${2##*/}"; fi
}

expect_same() {
	if cmp -s "$1" "$2"; then
		pass
	else
		fail "$1 and $2 differ"
		diff "$1" "$2" | head -n 10 | sed 's/^/    /'
	fi
}

expect_file() {
	if [ -e "$1" ]; then pass; else fail "expected the file $1"; fi
}

expect_no_file() {
	if [ -e "$1" ] || [ -L "$1" ]; then fail "the file $1 must not be there"; else pass; fi
}

# expect_equal GOT WANTED
expect_equal() {
	if [ "$1" = "$2" ]; then pass; else fail "got \"$1\", expected \"$2\""; fi
}

# expect_valid [FILE...]: JSON documents that hold to their own schema; else what was printed last.
expect_valid() {
	if [ $# -eq 0 ]; then set -- "$OUT"; fi
	if python3 "$TESTS/validate.py" "$@" >"$TMPDIR/validation" 2>&1; then
		PASSED=$((PASSED + $#))
	else
		fail "not valid by its schema"
		head -n 8 "$TMPDIR/validation" | sed 's/^/    /'
	fi
}

# fresh [OPTION...]: an empty programme in p.rollout, which all commands find by themselves.
fresh() {
	rm -f p.rollout
	"$ROLLOUT" new Programme -f p.rollout --bare "$@" 2>"$ERR" || exit 1
}

finish() {
	echo "$PASSED $FAILED" >"$SCORE"
	[ "$FAILED" -eq 0 ]
}
