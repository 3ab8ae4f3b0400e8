#!/bin/sh
# SPDX-License-Identifier: MIT
# Which file a call is about: made, found, refused.
. "$TESTS/lib.sh"

expect_exit 4 status
expect_err 'rollout: no programme file here; start one with `rollout new NAME`, or say which with -f FILE'
expect_no_out
expect_exit 4 status -f missing.rollout
expect_err 'missing.rollout'
expect_exit 4 missing.rollout
expect_exit 4 ./missing

expect_exit 0 new 'Ökr für Zürich & 2027'
expect_no_out
expect_err 'created okr-fur-zurich-2027.rollout'
expect_equal "$(stat -c %a okr-fur-zurich-2027.rollout)" 600
expect_exit 5 new 'ÖKR für Zürich, 2027'
expect_err 'okr-fur-zurich-2027.rollout'
expect_exit 0 show programme
expect_out 'Ökr für Zürich & 2027'
expect_out '2026-11-22'
expect_exit 0 list question
expect_count 14 "$OUT"
expect_exit 0 list setting
expect_out decision_sla_days
rm okr-fur-zurich-2027.rollout

expect_exit 0 new 陳 --bare --starts-on 2027-01-04 --launches-on 2027-02-01
expect_err 'created programme.rollout'
expect_exit 0 show programme
expect_line 'starts_on:          2027-01-04'
expect_line 'launches_on:        2027-02-01'
expect_exit 0 list question
expect_no_out
expect_err 'no questions'
expect_exit 2 new Other --starts-on 2027-02-01 --launches-on 2027-01-01
expect_err '--launches-on must not be before the start of the programme'
expect_exit 2 new Other --starts-on 2027-02-30
expect_err '--starts-on must be a date'
expect_no_file other.rollout
expect_exit 3 new ' ' -f bad.rollout
expect_exit 3 new "$(printf 'a\001b')"
expect_exit 3 new "$(printf '\377')" -f bad.rollout
expect_exit 3 new "$(head -c 201 /dev/zero | tr '\0' x)"
expect_equal "$(ls)" programme.rollout

# With $ROLLOUT_FILE, with -f, both; -f wins.
ROLLOUT_FILE=env.rollout
export ROLLOUT_FILE
expect_exit 0 new Env --bare
expect_file env.rollout
expect_exit 0 new Named --bare -f named.rollout
expect_exit 0 show programme
expect_out 'Env'
expect_exit 0 show programme -f named.rollout
expect_out 'Named'
expect_exit 0 named.rollout
expect_out 'Named'
expect_exit 2 named.rollout -f env.rollout
expect_err 'one file at a time'
ROLLOUT_FILE=
expect_exit 2 status
expect_err 'several programme files here: env.rollout, named.rollout, programme.rollout; choose one with -f FILE'
unset ROLLOUT_FILE
rm ./*.rollout

# The data folder comes last.
mkdir -p "$XDG_DATA_HOME/rollout"
expect_exit 0 new Mine --bare -f "$XDG_DATA_HOME/rollout/programme.rollout"
expect_exit 0 show programme
expect_out Mine
expect_exit 0 new Here --bare
expect_exit 0 show programme
expect_out Here
rm here.rollout
mkdir -p "$HOME/.local/share/rollout"
mv "$XDG_DATA_HOME/rollout/programme.rollout" "$HOME/.local/share/rollout/"
saved=$XDG_DATA_HOME
for odd in '' relative/folder; do
	XDG_DATA_HOME=$odd
	expect_exit 0 show programme
	expect_out Mine
done
XDG_DATA_HOME=$saved
rm -r "$HOME/.local/share/rollout"

# Odd environments.
fresh
LAST='status with an empty environment'
env -i "$ROLLOUT" status >"$OUT" 2>"$ERR" </dev/null
CODE=$?
expect_code 0
LAST='status with state and home that cannot be'
env HOME=/nonexistent XDG_STATE_HOME=/dev/null/x "$ROLLOUT" status >"$OUT" 2>"$ERR" </dev/null
CODE=$?
expect_code 0
expect_equal "$(stat -c %a "$XDG_STATE_HOME/rollout")" 700
rm p.rollout

# The sample.
expect_exit 0 sample
expect_err 'created sample.rollout'
expect_exit 5 sample
expect_err 'sample.rollout'
cp sample.rollout before
expect_exit 0 sample --if-missing
expect_no_out
expect_no_err
expect_same sample.rollout before
expect_exit 0 status
expect_out 'decisions needed now'
expect_out 'OKRs at'
expect_exit 0
cp "$OUT" bare
run status
expect_same "$OUT" bare
expect_exit 0 sample -f other.rollout --if-missing
expect_file other.rollout
rm other.rollout before bare

# Copies and the look for damage.
expect_exit 0 backup copy
expect_err 'copied to copy'
expect_equal "$(stat -c %a copy)" 600
expect_exit 5 backup copy
expect_exit 4 backup missing/copy
"$ROLLOUT" export programme >one
"$ROLLOUT" export programme -f copy >two
expect_same one two
expect_exit 0 verify
expect_line 'no damage found'
expect_exit 0 verify -f copy

# What is not a programme is refused and left as it was.
printf 'hello\n' >text.rollout
cp text.rollout text.before
for bad in text.rollout . /dev/null; do
	expect_exit 1 status -f "$bad"
	expect_count 1 "$ERR"
done
expect_same text.rollout text.before
: >empty.rollout
expect_exit 1 status -f empty.rollout
expect_equal "$(stat -c %s empty.rollout)" 0
ln -s sample.rollout link.rollout
expect_exit 1 status -f link.rollout
rm ./*.rollout

# Read only.
fresh
expect_exit 0 list team --read-only
expect_exit 0 --read-only
expect_exit 2 add team name=X --read-only
expect_exit 0 add team name=X
cp p.rollout before
expect_exit 0 export team --read-only
expect_same p.rollout before

# A name that begins with a dash or holds what a terminal would obey.
expect_exit 0 new X --bare -f ./-dash.rollout
expect_exit 0 status -f ./-dash.rollout
expect_exit 0 -f -dash.rollout list team
name=$(printf 'a\033[31m\nb.rollout')
expect_exit 0 new X --bare -f "$name"
expect_err 'created a^[[31m↵b.rollout'
expect_exit 5 new X --bare -f "$name"
expect_count 1 "$ERR"
# A bad byte in the file's name is shown, too.
expect_exit 0 new X --bare -f "$(printf 'n\377.rollout')"
expect_err 'created n\xFF.rollout'

# Two people with accounts of their own, and a folder that hands its group on: both write, the file keeps group and rights, nobody is warned.
# Needs the right to be somebody else.
as_account() {
	account=$1
	shift
	LAST="rollout $*, as account $account"
	setpriv --reuid="$account" --regid="$account" --groups=65533 env HOME="$SHARED/$account" XDG_STATE_HOME="$SHARED/$account/state" \
		ROLLOUT_USER="u$account" "$BORROWED" "$@" >"$OUT" 2>"$ERR" </dev/null
	CODE=$?
}
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
	SHARED=$(mktemp -d /tmp/rollout-shared-XXXXXX)
	BORROWED=$SHARED/rollout
	cp "$ROLLOUT" "$BORROWED"
	chmod 755 "$SHARED" "$BORROWED"
	mkdir -p "$SHARED/65531/state" "$SHARED/65532/state" "$SHARED/work"
	chown -R 65531:65531 "$SHARED/65531"
	chown -R 65532:65532 "$SHARED/65532"
	chgrp 65533 "$SHARED/work"
	chmod 2770 "$SHARED/work"
	shared=$SHARED/work/p.rollout
	as_account 65531 new Programme --bare -f "$shared"
	expect_code 0
	expect_equal "$(stat -c '%a %u %g' "$shared")" '600 65531 65533'
	as_account 65532 status -f "$shared"
	expect_code 1
	chmod 660 "$shared"
	for turn in 65531-a 65532-b 65531-c; do
		as_account "${turn%-?}" add team name="Team $turn" -f "$shared"
		as_account "${turn%-?}" set team "Team $turn" size=3 -f "$shared"
		expect_code 0
		expect_no_err
	done
	as_account 65532 log -f "$shared"
	expect_out 'u65531'
	expect_out 'u65532'
	as_account 65532 undo -f "$shared"
	expect_code 0
	expect_no_err
	expect_equal "$(stat -c '%a %u %g' "$shared")" '660 65531 65533'
	as_account 65532 backup "$SHARED/work/copy" -f "$shared"
	expect_code 0
	expect_equal "$(stat -c '%a %u %g' "$SHARED/work/copy")" '660 65532 65533'
	chmod 664 "$shared"
	as_account 65532 status -f "$shared"
	expect_err "chmod 660 $shared"
	rm -rf "$SHARED"
fi
expect_exit 0 help sharing
expect_out 'chmod 660 FILE'

finish
