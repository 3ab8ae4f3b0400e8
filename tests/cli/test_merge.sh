# SPDX-License-Identifier: MIT
# Importing again, and importing what only partly fits: nothing doubles, nothing is made up, nothing is lost.
# shellcheck shell=sh
. "$TESTS/lib.sh"

count() {
	run list "$1" --json
	jq '.records | length' "$OUT"
}

fresh
cat >links.json <<'JSON'
[{"id":"a","name":"Ada","relationships":[{"to":"b"},{"to":"Cy","strength":3},{"to":"b","kind":"influences"}]},
 {"id":"b","name":"Bo"},{"id":"c","name":"Cy"}]
JSON
# A link without its kind is the same link again, and twice in one list is once.
expect_exit 0 import register links.json
expect_equal "$(count relationship)" 2
expect_exit 0 import register links.json
expect_line '0 added, 0 changed, 3 unchanged, 0 rejected'
expect_equal "$(count relationship)" 2

# A number beyond what a double holds keeps its digits.
printf '[{"id":9007199254740993,"name":"Large"}]' >large.json
expect_exit 0 import register large.json
run show stakeholder 9007199254740993
expect_equal "$CODE" 0

# Somebody who is left out is not made up as an owner; mended, both come in.
printf '[{"id":"p","name":"Pia","influence":77},{"id":"q","name":"Quin","owner":"Pia"}]' >half.json
expect_exit 0 import register half.json --skip-invalid --rejects rest.json
expect_line '0 added, 0 changed, 0 unchanged, 2 rejected'
sed 's/"influence":77/"influence":5/' rest.json >mended.json
expect_exit 0 import register mended.json
expect_line '2 added, 0 changed, 0 unchanged, 0 rejected'

# The file that is read cannot be the file of rejects.
cp half.json kept.json
expect_exit 1 import register half.json --skip-invalid --rejects half.json --force
expect_same half.json kept.json

# Nobody yet is nobody.
printf 'Name,Relationship owner\nRia,TBC\nSol,n/a\nTom,-\nUma,Vic\n' >owners.csv
expect_exit 0 import register owners.csv
expect_err_or_out=$(grep -c Vic "$OUT")
expect_equal "$expect_err_or_out" 1
expect_equal "$(count stakeholder)" 11

# A circle is refused and named.
for key in m1 m2 m3; do
	expect_exit 0 add milestone key=$key title="Milestone $key"
done
expect_exit 0 add dependency from=m1 to=m2
expect_exit 0 add dependency from=m2 to=m3
expect_exit 3 add dependency from=m3 to=m1
expect_err 'M6: these milestones would wait for each other in a circle: '
expect_exit 0 set milestone m1 parent=m2
expect_exit 3 set milestone m2 parent=m1
printf '[{"from":"m3","to":"m1"}]' >circle.json
expect_exit 3 import dependency circle.json
expect_equal "$(count dependency)" 2

# A setting that is no number would make a rule count from nought.
expect_exit 0 add setting key=relationships_per_owner name=Most value=5
expect_exit 3 set setting relationships_per_owner value=abc
expect_exit 3 set setting relationships_per_owner value=-5

finish
