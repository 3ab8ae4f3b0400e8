#!/bin/sh
# SPDX-License-Identifier: MIT
# check, status and the JSON Schemas: exit codes, words, documents.
. "$TESTS/lib.sh"

fresh
expect_exit 6 check
expect_out 'error    O1'
expect_out '→ '
expect_out 'errors, '
expect_exit 6 check --json
expect_valid
expect_equal "$(jq -r '[.findings[].severity] | unique | join(" ")' "$OUT")" 'error warning'
expect_exit 6 check O1
expect_out 'facts: {'
expect_exit 0 check S1 --json
expect_valid
expect_equal "$(jq -r '[.findings[].rule] | unique | join(" ")' "$OUT")" S1
expect_exit 0 check S4
expect_line 'nothing found'
expect_exit 4 check X99
expect_err X99
expect_exit 0 add waiver finding="$("$ROLLOUT" check S1 --json | jq -r '.findings[0].id')" reason=no until_on=2027-01-01
expect_exit 0 check S1
expect_out ', 1 waived'
expect_exit 6 check --color always
expect_out "$(printf '\033[1;31merror')"
expect_exit 6 check --ascii
expect_out '-> '

expect_exit 0 status
expect_out 'confidence    not rated yet'
expect_out 'sponsor       nobody named'
expect_out 'decisions needed now (0)'
expect_exit 0 status --json
expect_valid
expect_equal "$(jq -c '[.confidence.given, .phase, .gate, .decisions, .blocked]' "$OUT")" '[null,{},{},[],[]]'
expect_exit 0 --json
expect_valid

rm p.rollout
"$ROLLOUT" sample 2>/dev/null
run check
cp "$OUT" findings
expect_exit 0 status
expect_out 'blocked ('
expect_exit 0 status --json
expect_valid
expect_exit "$(if grep -q '^error' findings; then echo 6; else echo 0; fi)" check --json
expect_valid
run_terminal 60 '' status
widest=$(wc -L <"$OUT")
LAST='status on a terminal of 60 columns'
if [ "$widest" -le 60 ]; then pass; else fail "$widest wide"; fi

# Every schema is one; sql is the tables; a document goes before a type of the same name.
LAST='schema, all of them'
if python3 "$TESTS/validate.py" --schemas >"$OUT" 2>&1; then pass; else fail 'a schema is not valid'; fi
expect_exit 0 schema sql
expect_out 'CREATE TABLE "stakeholder"'
expect_exit 0 schema programme
expect_equal "$(jq -r .title "$OUT")" rollout.programme
expect_exit 0 schema rollout.register
expect_equal "$(jq -r .title "$OUT")" rollout.register
expect_exit 0 schema programmes
expect_equal "$(jq -r .title "$OUT")" programme
expect_exit 4 schema milestne
expect_err 'no such type or format "milestne"; did you mean milestone?'
expect_exit 4 schema zzz
expect_err 'no such type or format "zzz"'

finish
