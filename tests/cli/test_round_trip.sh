#!/bin/sh
# SPDX-License-Identifier: MIT
# Export, import into a new file, export: the same bytes. For every document and every type, in JSON and in CSV.
. "$TESTS/lib.sh"

"$ROLLOUT" sample -f sample.rollout 2>/dev/null
ROLLOUT_FILE=copy.rollout
export ROLLOUT_FILE

# again NAME FORMAT: exports from the sample, imports into an empty file, exports from there.
again() {
	"$ROLLOUT" export "$1" --format "$2" -f sample.rollout -o "first.$2" --force
	rm -f copy.rollout
	"$ROLLOUT" new Copy --bare 2>/dev/null
	expect_exit 0 import "$1" "first.$2"
	"$ROLLOUT" export "$1" --format "$2" -o "second.$2" --force
	expect_same "first.$2" "second.$2"
	expect_exit 0 import "$1" "first.$2" --json
	expect_equal "$(jq -c '[.added, .changed, .rejected, .error_count]' "$OUT")" '[0,0,0,0]'
}

again programme json
"$ROLLOUT" verify >/dev/null || fail 'the copy is damaged'
"$ROLLOUT" export roadmap -f sample.rollout >a
"$ROLLOUT" export roadmap >b
expect_same a b
again programme csv
"$ROLLOUT" export programme -f sample.rollout >a
"$ROLLOUT" export programme >b
expect_same a b
again register json
again register csv
again roadmap json

# What the waves, findings and reasons of a roadmap follow from comes along: limits, waivers, coaches,
# answers, and which of several late milestones is named.
cp sample.rollout rich.rollout
ROLLOUT_FILE=rich.rollout
"$ROLLOUT" set setting slice_days_max value=20 >/dev/null
"$ROLLOUT" add waiver finding=M2/milestone/wave-one-training reason='next week' until_on=2027-06-01 >/dev/null
"$ROLLOUT" add stakeholder name='A coach of nobody yet' group=coach >/dev/null
for n in 1 2 3 4 5 6 7; do
	"$ROLLOUT" add team name="Team $n" capability=high stance=willing >/dev/null
done
for question in coaching manager-capacity; do
	"$ROLLOUT" add response question=$question respondent=n-haddad score=1 on=2026-11-20 >/dev/null
done
"$ROLLOUT" add milestone title='A late one of no phase' baseline_on=2026-09-25 >/dev/null
expect_exit 0 export roadmap
expect_valid
expect_equal "$(jq -r '.settings[].id' "$OUT")" slice_days_max
cp "$OUT" a
ROLLOUT_FILE=copy.rollout
rm -f copy.rollout
"$ROLLOUT" new Copy --bare 2>/dev/null
expect_exit 0 import roadmap a
"$ROLLOUT" export roadmap >b
expect_same a b
# Who answered what is for the lead alone.
for audience in leadership team; do
	expect_exit 0 export roadmap --audience $audience
	expect_valid
	expect_not_out '"responses"'
	expect_not_out '"waivers"'
done

# A type alone: taken out of a copy of the sample with all that hangs on it, and brought in again.
# Under the sanitizers, where each takes several times as long, the types take turns with the formats.
formats='json csv'
# Anonymous answers leave in the whole file alone: a list of them says that they are there, and is nothing to read back.
for type in $("$ROLLOUT" types --json | jq -r '.types[].name | select(. != "pulse")'); do
	if [ -n "${ASAN_OPTIONS:-}" ]; then
		if [ "$formats" = json ]; then formats=csv; else formats=json; fi
	fi
	for format in $formats; do
		word=$type
		if [ "$type" = programme ]; then word=programmes; fi
		"$ROLLOUT" export $word --format $format -f sample.rollout -o first.$format --force
		cp sample.rollout copy.rollout
		expect_exit 0 import $word first.$format --json
		expect_equal "$(jq -c '[.added, .changed, .rejected, .error_count]' "$OUT")" '[0,0,0,0]'
		# The programme cannot go, and neither can what was promised.
		case $type in programme | baseline | baseline_date) ;; *)
			# Evidence goes from below a claim only where that is overridden (M5).
			if [ "$type" = evidence ]; then
				for milestone in $("$ROLLOUT" list milestone --json |
					jq -r '.records[] | select(.state == "claimed" or .state == "accepted") | .id'); do
					expect_exit 0 set milestone "$milestone" override_reason='the evidence is taken out and brought in again'
				done
			fi
			records=$("$ROLLOUT" list "$type" --sort id --json | jq -r '.records[].id')
			# shellcheck disable=SC2086
			if [ -n "$records" ]; then expect_exit 0 remove "$type" $records --yes; fi
			expect_exit 0 import "$type" first.$format
		esac
		"$ROLLOUT" export $word --format $format -o second.$format --force
		expect_same first.$format second.$format
	done
done

# Names that try to be something else.
fresh -f hostile.rollout
ROLLOUT_FILE=hostile.rollout
for name in '=1+1' '+x' '-x' '@x' "'=1" "''" 'a"b' 'a,b;c' '  lead' '<script>' '＝1' 'İstanbul' 'é' 'שלום' '👩‍👩‍👧' '%n%s' '\u0000' '__proto__' '"' "'"; do
	"$ROLLOUT" add stakeholder name="$name" notes="$name
second line, of $name" >/dev/null || fail "$name is refused"
done
"$ROLLOUT" export register >a.json
"$ROLLOUT" export register --format csv >a.csv
for format in json csv; do
	rm -f copy.rollout
	"$ROLLOUT" new Copy --bare -f copy.rollout 2>/dev/null
	expect_exit 0 import register a.$format -f copy.rollout
	"$ROLLOUT" export register -f copy.rollout >b.json
	expect_same a.json b.json
	"$ROLLOUT" export register --format csv -f copy.rollout >b.csv
	expect_same a.csv b.csv
done
LAST='export register --format csv'
if grep -aE '(^|,)"[ "]*[=+@-]' a.csv >/dev/null; then fail 'a cell begins like a formula'; else pass; fi

finish
