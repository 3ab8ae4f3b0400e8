#!/bin/sh
# SPDX-License-Identifier: MIT
# A RACI as people keep it: a matrix, a list, a column for each letter; letters of any habit; what cannot be told is asked about.
. "$TESTS/lib.sh"

fresh() {
	rm -f ./*.rollout
	expect_exit 0 new Yard --bare --starts-on 2026-11-02
}
# "activity/role letters", by their keys.
cells() {
	"$ROLLOUT" list assignment --json | jq -r '[.records[] | "\(.activity)/\(.role) \(.letters)"] | sort | join("|")'
}

# Roles across, activities down, below titles; lines that head a section, a legend and sums are no activities; another column is said.
fresh
cat >matrix.csv <<'END'
RACI of the yard,,,,
Version 3,,,,
#,Decision,Executive team,Team coach,Comment
1,Goals of the company,A,c,set once a year
,Drafting,,,
2,Team goals,I*,R/A,with the team
3,Check-ins,"R, C",(A),
,,,,
R,Responsible,,,
Total,,3,3,
END
expect_exit 0 import raci matrix.csv
expect_out '2 lines above the header were skipped'
expect_out '2 lines without a letter were skipped'
expect_out '1 line of a legend or sum was skipped'
expect_out '1 cell holds more than one letter; the strongest was kept'
expect_out '"Comment" (2 values)'
expect_equal "$(cells)" 'check-ins/executive-team R|check-ins/team-coach A|goals-of-the-company/executive-team A|goals-of-the-company/team-coach C|team-goals/executive-team I|team-goals/team-coach A/R'
expect_equal "$("$ROLLOUT" list activity --json | jq -r '[.records | sort_by(.position)[].name] | join("|")')" 'Goals of the company|Team goals|Check-ins'
expect_exit 0 import raci matrix.csv
expect_line '0 added, 0 changed, 6 unchanged, 0 rejected'
# A changed letter changes, an emptied cell does not.
printf 'Decision,Executive team,Team coach\nCheck-ins,I,\n' >changed.csv
expect_exit 0 import raci changed.csv --dry-run
expect_out 'R    I'
expect_exit 0 import raci changed.csv
expect_line '0 added, 1 changed, 0 unchanged, 0 rejected'

# What a cross, a tick or another letter means is asked about; --map says it.
for cell in x X V '✓' D; do
	fresh
	printf 'Task,Lead,Coach\nGoals,A,%s\n' "$cell" >cross.csv
	expect_exit 3 import raci cross.csv
	expect_err "cross.csv:2:9: letters: \"$cell\" says that somebody takes part, not how"
	expect_exit 0 import raci cross.csv --map "$cell=R"
	expect_equal "$(cells)" 'goals/coach R|goals/lead A'
done
printf 'Task,Lead\nGoals,Q7\n' >wrong.csv
expect_exit 3 import raci wrong.csv
fresh
printf 'Task,Lead,Coach\nGoals,AR,S\nDrafts,a / r,n/a\nReviews,Accountable,Informed\n' >habits.csv
expect_exit 0 import raci habits.csv
expect_out '1 S was taken for C: whoever supports is consulted'
expect_equal "$(cells)" 'drafts/lead A/R|goals/coach C|goals/lead A/R|reviews/coach I|reviews/lead A'

# Names across: somebody known holds the role that is called so.
fresh
expect_exit 0 add stakeholder name='Rhona Sill'
printf 'Activity;Rhona Sill;Per Aas\nGoals;A;R\n' >names.csv
expect_exit 0 import raci names.csv
expect_equal "$("$ROLLOUT" list role_holder --json | jq -r '.records | length')" 1
expect_exit 0 import raci names.csv
expect_equal "$("$ROLLOUT" list role_holder --json | jq -r '.records | length')" 1

# An empty corner; roles down and activities across; a heading in another language.
fresh
printf ',Lead,Coach\nGoals,A,R\n' >corner.csv
expect_exit 0 import raci corner.csv
expect_equal "$(cells)" 'goals/coach R|goals/lead A'
fresh
printf 'Role,Goals,Drafts\nLead,A,C\nCoach,R,A\n' >turned.csv
expect_exit 0 import raci turned.csv
expect_equal "$(cells)" 'drafts/coach A|drafts/lead C|goals/coach R|goals/lead A'
fresh
printf 'Aufgabe;Leitung;Team\nZiele;A;R\n' >german.csv
expect_exit 0 import raci german.csv
expect_equal "$(cells)" 'ziele/leitung A|ziele/team R'

# A column for each letter, names in the cells; one name under two letters.
fresh
printf 'Decision,Responsible,Accountable,Consulted,Informed\nGoals,"Lead; Coach",Lead,Legal,All teams\nDrafts,Coach,Coach,,\n' >letters.csv
expect_exit 0 import raci letters.csv
expect_equal "$(cells)" 'drafts/coach A/R|goals/all-teams I|goals/coach R|goals/lead A/R|goals/legal C'

# A long list, an activity named once for its rows; R and A of one role in two rows.
fresh
printf 'Decision,Person,RACI\nGoals,Lead,A\n,Coach,R\nDrafts,Coach,R\nDrafts,Coach,A\nDrafts,Lead,C\nDrafts,Lead,C\n' >list.csv
expect_exit 0 import raci list.csv
expect_out '1 cell repeats what another says'
expect_equal "$(cells)" 'drafts/coach A/R|drafts/lead C|goals/coach R|goals/lead A'
expect_exit 0 import raci list.csv --json
expect_equal "$(jq -r '"\(.added) \(.changed)"' "$OUT")" '0 0'
fresh
printf '[{"activity":"Goals","role":"Lead","letters":"R/A"},{"activity":"Goals","role":"Coach","letters":"consulted"}]' >list.json
expect_exit 0 import raci list.json
expect_equal "$(cells)" 'goals/coach C|goals/lead A/R'

# Roles and kinds of decision are only added by a RACI; what is bad is left out where that is asked for.
fresh
printf 'activity,role,letters\nGoals,Lead,A\n' >own.csv
expect_exit 3 import assignment own.csv
expect_err 'there is no activity "Goals"'
printf 'Task,Lead,Coach\nGoals,A,x\n' >half.csv
expect_exit 0 import raci half.csv --skip-invalid --rejects bad.csv
expect_equal "$(cells)" 'goals/lead A'
expect_equal "$(sed -n 2p bad.csv | cut -d, -f1-3)" '"Goals","","x"'
printf 'Task,Lead,Lead\nGoals,A,R\n' >twice.csv
expect_exit 3 import raci twice.csv
expect_err 'twice.csv:1:11: column "Lead" stands twice'
printf 'Colour,Size\nred,3\n' >nothing.csv
expect_exit 3 import raci nothing.csv
expect_count 1 "$ERR"

finish
