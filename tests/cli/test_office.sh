#!/bin/sh
# SPDX-License-Identifier: MIT
# What `export` writes is read by `import` of the same word, also after LibreOffice has opened it and saved it, as CSV or as a workbook: nothing is added,
# nothing changes. With hostile texts that a spreadsheet would take for formulas, numbers, days or times.
. "$TESTS/lib.sh"

OFFICE=$(command -v soffice || command -v libreoffice || true)
if [ -z "$OFFICE" ]; then
	echo 'test_office.sh: LEFT OUT: there is no soffice here, so nobody has checked that exports survive LibreOffice (sh src/build/deps.sh test installs it)'
	finish
	exit
fi

"$ROLLOUT" sample -f sample.rollout 2>/dev/null
ROLLOUT_FILE=sample.rollout
export ROLLOUT_FILE
for text in 007 1e5 3/4 10:30 2027-01-11 'Mar 5' TRUE false 1.50 '=1+1' '-2' "'007" '12345678901234567890' '1,5' '50%' '5 pm' '"=A1"' 'a;b,c' 'Ærø – “naïve” 日本'; do
	expect_exit 0 add lesson on=2027-01-04 text="$text"
	expect_exit 0 add action "text=$text" owner=n-haddad due_on=2027-03-02
done
expect_exit 0 add stakeholder id=007 name='Bond, Jane' organisation=1/2
expect_exit 0 add relationship from=007 to=n-haddad kind=influences strength=2
expect_exit 0 set stakeholder 007 notes="two
lines"
mkdir csv book again
words="register roadmap programme $("$ROLLOUT" types --json | jq -r '.types[].name' | sed 's/^programme$/programmes/')"
for word in $words; do
	"$ROLLOUT" export "$word" --format csv --bom -o "csv/$word.csv" || fail "export $word"
done
expect_equal "$(head -c 3 csv/register.csv | od -An -tx1 | tr -d ' ')" efbbbf

# One start of the office for all of them.
office() {
	"$OFFICE" -env:UserInstallation="file://$HOME/office" --headless "$@" >"$OUT" 2>"$ERR" </dev/null
}
office --infilter=CSV:44,34,76,1 --convert-to xlsx --outdir book csv/*.csv
office --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' --outdir again book/*.xlsx

for word in $words; do
	for file in "csv/$word.csv" "book/$word.xlsx" "again/$word.csv"; do
		cp sample.rollout copy.rollout
		expect_exit 0 import "$word" "$file" -f copy.rollout --json
		expect_equal "$(jq -c '[.added, .changed, .rejected, .error_count]' "$OUT")" '[0,0,0,0]'
		"$ROLLOUT" export "$word" --format csv --bom -f copy.rollout >copy.csv
		expect_same copy.csv "csv/$word.csv"
	done
done

# Into a file that has none of it: the same register and the same programme.
for word in register programme; do
	for file in "book/$word.xlsx" "again/$word.csv"; do
		rm -f copy.rollout
		"$ROLLOUT" new Copy --bare -f copy.rollout 2>/dev/null
		expect_exit 0 import "$word" "$file" -f copy.rollout
		"$ROLLOUT" export "$word" --format csv --bom -f copy.rollout >copy.csv
		expect_same copy.csv "csv/$word.csv"
	done
done

finish
