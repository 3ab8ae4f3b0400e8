#!/bin/sh
# SPDX-License-Identifier: MIT
# Completion scripts and the man page say what the command table says.
. "$TESTS/lib.sh"
DATA=$TESTS/../../data

# expect_renewed GENERATED CHECKED-IN
expect_renewed() {
	if cmp -s "$1" "$2"; then pass; else fail "data/${2#"$DATA/"} is not what the program says; \`make renew\` writes it anew"; fi
}

expect_exit 0 completion bash
expect_renewed "$OUT" "$DATA/completions/rollout.bash"
expect_exit 0 completion zsh
expect_renewed "$OUT" "$DATA/completions/_rollout"
expect_exit 0 completion fish
expect_renewed "$OUT" "$DATA/completions/rollout.fish"

# complete WORD...: what bash offers for the last of them.
if command -v bash >/dev/null 2>&1; then
	cat >ask.bash <<'B'
source "$1"
shift
COMP_WORDS=(rollout "$@")
COMP_CWORD=$#
_rollout 2>/dev/null
printf '%s\n' "${COMPREPLY[@]}"
B
	complete() {
		LAST="completion of: rollout $*"
		bash ask.bash "$DATA/completions/rollout.bash" "$@" >"$OUT" 2>"$ERR"
		CODE=$?
	}
	complete st
	expect_line status
	complete list stakeh
	expect_line stakeholder
	complete list stakeholder inf
	expect_line influence=
	complete list stakeholder --so
	expect_line --sort
	complete -f x.rollout --json show mile
	expect_line milestone
	complete set stakeholder ada ma
	expect_line main_concern=
	complete export --format c
	expect_line csv
	complete export reg
	expect_line register
	complete schema fin
	expect_line findings
	complete help fo
	expect_line formats
	complete completion z
	expect_line zsh
	: >data.json
	complete import register da
	expect_line data.json
	complete export register -o da
	expect_line data.json
	complete status st
	expect_not_out status
fi
for shell in zsh fish; do
	if command -v $shell >/dev/null 2>&1; then
		expect_exit 0 completion $shell
		if $shell -n "$OUT" 2>"$ERR"; then pass; else fail "$shell cannot read it"; fi
	fi
done

# The man page is without a warning and names every command, option and environment variable.
if command -v man >/dev/null 2>&1; then
	LAST='man rollout.1'
	man --warnings -E UTF-8 -l "$DATA/man/rollout.1" >page 2>"$ERR"
	expect_no_err
fi
# Its commands and keys are those of the program, and so are the commands of README.
for page in data/man/rollout.1 README.md; do
	LAST="src/build/renew_pages.sh $page"
	sh "$DATA/../src/build/renew_pages.sh" "$ROLLOUT" "$DATA/../$page" >renewed 2>"$ERR"
	expect_renewed renewed "$DATA/../$page"
done
cp "$DATA/man/rollout.1" "$OUT"
LAST='the man page'
for variable in VISUAL EDITOR ROLLOUT_FILE ROLLOUT_TODAY ROLLOUT_USER NO_COLOR XDG_DATA_HOME XDG_STATE_HOME; do
	expect_out $variable
done

finish
