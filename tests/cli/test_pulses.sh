#!/bin/sh
# SPDX-License-Identifier: MIT
# Anonymous answers: an attacker with every output at every date, who knows how many answered where, learns no single one.
. "$TESTS/lib.sh"

fresh
expect_exit 0 set programme starts_on=2026-07-06
for team in a b c; do
	expect_exit 0 add team id=$team name="Team $team"
done
python3 - >pulses.json <<'P'
import datetime
import json
import random

random.seed(13)
start = datetime.date(2026, 7, 6)
answers = []
for window in range(4):
    for team in "abc":
        for group in ("coach", "end_user", "functional_lead"):
            for _ in range(random.choice((0, 1, 1, 2, 4, 6))):
                day = start + datetime.timedelta(28 * window + random.randrange(28))
                answers.append({"on": day.isoformat(), "score": random.randint(1, 5), "team": team, "group": group,
                                "comment": "secret %d" % len(answers)})
print(json.dumps(answers))
P
expect_exit 0 import pulse pulses.json
# One import into windows that had none; no other answer gets in behind it.
expect_exit 3 import pulse pulses.json
expect_err 'difference would tell'
expect_exit 3 add pulse on=2026-07-08 score=1
expect_exit 0 add pulse on=2026-11-22 score=1
id=$("$ROLLOUT" list pulse --json | jq -r '.records[-1].id')
expect_exit 3 set pulse "$id" score=5
# No list, no filter, no order, no export, no log tells an answer.
for words in 'list pulse --json' 'list pulse --format csv' "show pulse $id --json" 'export pulse' 'export pulse --format csv' 'log --json' 'check --json' 'status --json'; do
	# shellcheck disable=SC2086
	run $words
	expect_code "$CODE"
	expect_not_out '"score":'
	expect_not_out 'secret'
done
expect_exit 0 list pulse --json
expect_equal "$(jq '.records | length' "$OUT")" "$(($(jq length pulses.json) + 1))"
for words in 'list pulse score=1' 'list pulse score>3' 'list pulse comment~secret' 'list pulse --sort score' 'list pulse --group-by score' "set pulse --where score=1 score=2"; do
	# shellcheck disable=SC2086
	expect_exit 3 $words
	expect_err 'are anonymous'
done
# He subtracts what he can: every figure of every day, by team and by group.
for day in $(python3 -c "
import datetime
print(*[(datetime.date(2026, 7, 6) + datetime.timedelta(n)).isoformat() for n in range(0, 140, 3)])"); do
	"$ROLLOUT" measures --by team --json --today "$day" >"team-$day.json"
	"$ROLLOUT" measures --by group --json --today "$day" >"group-$day.json"
done
python3 - >"$TMPDIR/attack" 2>&1 <<'P'
import glob
import json
from fractions import Fraction
from itertools import combinations

answers = json.load(open("pulses.json"))
figures = {}
for path in glob.glob("team-*.json") + glob.glob("group-*.json"):
    told = json.load(open(path))
    for row in told["measures"]:
        if row["measure"] != "sentiment":
            continue
        assert not (row["suppressed"] and "value" in row), row
        if "value" in row:
            key = (told["from"], row["by"], row.get("of", ""))
            # A figure never changes once it is there.
            assert figures.setdefault(key, row["value"]) == row["value"], key
assert len(figures) > 8, "hardly anything is told: %d" % len(figures)


def rank(rows):
    rows, found = [r[:] for r in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in range(found, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for r in range(found + 1, len(rows)):
            times = rows[r][column] / rows[found][column]
            rows[r] = [a - times * b for a, b in zip(rows[r], rows[found])]
        found += 1
    return found


for first in sorted({key[0] for key in figures}):
    import datetime
    begin = datetime.date.fromisoformat(first)
    inside = [a for a in answers if 0 <= (datetime.date.fromisoformat(a["on"]) - begin).days < 28]
    rows = []
    for key in figures:
        if key[0] == first:
            rows.append([Fraction(int(key[1] == "whole" or a[key[1]] == key[2])) for a in inside])
    for row in rows:
        assert sum(row) >= 5
    whole = rank(rows)
    # A combination about one or two answers alone would make the others lose rank.
    for size in (1, 2):
        for gone in combinations(range(len(inside)), size):
            left = [[v for i, v in enumerate(row) if i not in gone] for row in rows]
            assert rank(left) == whole, (first, gone)
P
if [ -s "$TMPDIR/attack" ]; then fail "$(tail -n 1 "$TMPDIR/attack")"; else pass; fi
# The whole file, for the lead alone, is what it says: everything.
expect_exit 0 export programme
expect_out '"score"'

finish
