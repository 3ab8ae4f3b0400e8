#!/bin/sh
# SPDX-License-Identifier: MIT
# Every command that prints a derived result writes it as JSON and as CSV, both from one description of its columns.
. "$TESTS/lib.sh"

"$ROLLOUT" sample -f p.rollout 2>/dev/null

# same COMMAND...: the CSV has a line for each row of the first list of the JSON, and the columns that its rows have.
same() {
	list=$1
	shift
	run "$@" --json
	cp "$OUT" result.json
	expect_valid result.json
	run "$@" --format csv
	python3 - "$list" "$OUT" >"$TMPDIR/difference" 2>&1 <<'P'
import csv
import json
import sys

rows = list(csv.DictReader(open(sys.argv[2], encoding="utf-8", newline="")))
told = json.load(open("result.json", encoding="utf-8"))[sys.argv[1]]
assert len(rows) == len(told), f"{len(rows)} lines, {len(told)} rows"


def text(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(value)
    return str(value)


def flat(row, before=""):
    for name, value in row.items():
        if name == "facts" and before == "" and "severity" in row:
            yield name, json.dumps(value)
        elif isinstance(value, dict):
            yield from flat(value, f"{before}{name}_")
        elif not (isinstance(value, list) and value and isinstance(value[0], dict)) and value != []:
            yield before + name, text(value)


for line, row in zip(rows, told):
    wanted = dict(flat(row))
    got = {name: value for name, value in line.items() if value != ""}
    if "severity" in row:
        got["facts"] = json.dumps(json.loads(got["facts"]))
    got = {name: value[1:] if value[:1] == "'" else value for name, value in got.items()}
    assert got == wanted, f"{got} is not {wanted}"
P
	expect_code 0
	if [ -s "$TMPDIR/difference" ]; then fail "$(tail -n 1 "$TMPDIR/difference")"; else pass; fi
}

# A list of values has no columns: its name stands above them.
expect_exit 0 verify --format csv
expect_equal "$(head -n 1 "$OUT" | tr -d '\r')" '"messages"'

same milestones schedule
same reports schedule leadership-calibration
same phases forecast
same teams sequence
same areas readiness
same decisions status
same steps log
same items plan --dry-run
same types types
same records list stakeholder
same records list milestone state=accepted --columns title,owner,baseline_on
same records show team dispatch
same milestones set milestone leadership-calibration forecast_on=2027-06-01 --dry-run
same along remove stakeholder a-diallo --dry-run
"$ROLLOUT" export register --format csv -o people.csv
same mapping import register people.csv --dry-run

run check --format csv
expect_code 6
expect_out '"id","rule","severity","subject_type","subject_id","subject_name","message","facts","response"'
run check --json
expect_code 6

# A text that a spreadsheet would run does not get there as it is.
expect_exit 0 set milestone leadership-calibration title='=HYPERLINK("x")'
expect_exit 0 plan --dry-run --format csv
run log --limit 1 --format csv
expect_not_out ',"='

expect_usage schedule --format html
expect_err '--format must be one of json csv'

finish
