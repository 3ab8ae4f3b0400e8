#!/bin/sh
# SPDX-License-Identifier: MIT
# The process: descriptors, limits, signals, locales, several at once.
. "$TESTS/lib.sh"

fresh
expect_exit 0 add team name='Été' id=ete
"$ROLLOUT" export programme >before

# Standard descriptors that are closed: no message is written into the file.
cp p.rollout p.before
LAST='list team, all descriptors closed'
"$ROLLOUT" list team <&- >&- 2>&-
CODE=$?
expect_code 1
"$ROLLOUT" list zzz <&- 2>&-
CODE=$?
expect_code 4
"$ROLLOUT" list team <&- >"$OUT" 2>&-
CODE=$?
expect_code 0
expect_same p.rollout p.before
"$ROLLOUT" import register - <&- >"$OUT" 2>"$ERR"
CODE=$?
expect_code 3

# Output that cannot be written is an error, a reader that went away is quiet.
for line in 'list team' 'list team --json' 'export programme' status types 'schema team' help log 'completion bash' --version; do
	LAST="rollout $line >/dev/full"
	# shellcheck disable=SC2086
	"$ROLLOUT" $line >/dev/full 2>"$ERR"
	CODE=$?
	expect_code 1
	expect_err 'cannot write'
	expect_count 1 "$ERR"
done
jq -n '[range(3000) | {name: "Person number \(.) with quite a long name so that it fills the pipe"}]' >many.json
expect_exit 0 import register many.json
for line in 'list stakeholder' 'list stakeholder --json' 'export register' 'export register --format csv'; do
	LAST="rollout $line | head"
	# shellcheck disable=SC2086
	{ "$ROLLOUT" $line 2>"$ERR"; echo $? >code; } | head -n 1 >"$OUT"
	CODE=$(cat code)
	expect_code 1
	expect_no_err
done
expect_exit 0 undo

# A full quota is an error, not a death, and changes nothing.
cp p.rollout p.before
LAST='import under ulimit -f'
(ulimit -f 8 && "$ROLLOUT" import register many.json >/dev/null 2>&1)
CODE=$?
expect_code 1
"$ROLLOUT" verify >/dev/null || fail 'the file is damaged'
"$ROLLOUT" export programme >now
expect_same now before
(ulimit -f 0 && "$ROLLOUT" export programme -o limited.json >/dev/null 2>&1)
CODE=$?
expect_code 1
expect_no_file limited.json
expect_equal "$(find . -name '.rollout-*' | wc -l | tr -d ' ')" 0

# Files are for their owner alone whatever the umask; no core is dumped.
(umask 0 && "$ROLLOUT" new U --bare -f umask.rollout 2>/dev/null && "$ROLLOUT" export team -f umask.rollout -o umask.json)
expect_equal "$(stat -c %a umask.rollout umask.json | tr '\n' ' ')" '600 600 '
rm umask.rollout

# Locales: what is asked for is shown, the file and the documents never change.
for locale in C POSIX C.UTF-8 nonsense; do
	LC_ALL=$locale "$ROLLOUT" export programme >now
	expect_same now before
done
run_terminal 80 '' list team
expect_out 'Été'
LC_ALL=C
run_terminal 80 '' list team
expect_out 'Ete'
LC_ALL=
run_terminal 80 '' list team
expect_out 'Été'
LC_ALL=C.UTF-8

# Signals in the middle: old or new state, no temporary file, and the exit code tells.
jq -n '[range(40000) | {id: "p\(.)", name: "Person \(.)", notes: "notes"}]' >big.json
for signal in INT TERM HUP; do
	case $signal in INT) number=2 ;; TERM) number=15 ;; HUP) number=1 ;; esac
	for pause in 0.05 0.15; do
		LAST="import, ended by $signal"
		# The shell starts background jobs with SIGINT ignored; python does not.
		python3 -c 'import os, signal, subprocess, sys, time
signal.signal(signal.SIGINT, signal.SIG_DFL)
child = subprocess.Popen(sys.argv[3:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
time.sleep(float(sys.argv[1]))
child.send_signal(int(sys.argv[2]))
code = child.wait()
sys.exit(code if code >= 0 else 128 - code)' $pause "$number" "$ROLLOUT" import register big.json
		CODE=$?
		if [ "$CODE" = 0 ] || [ "$CODE" = $((128 + number)) ]; then pass; else fail "exit $CODE"; fi
		[ "$CODE" != 0 ] || "$ROLLOUT" undo >/dev/null
		"$ROLLOUT" export programme >now 2>/dev/null
		expect_same now before
		expect_no_file p.rollout-journal
	done
done
expect_exit 0 import register big.json
for pause in 0.002 0.01 0.03 0.06; do
	rm -f big-out.json
	LAST='export to a file, ended by TERM'
	"$ROLLOUT" export register -o big-out.json 2>/dev/null &
	child=$!
	sleep $pause
	kill -TERM $child 2>/dev/null
	wait $child 2>/dev/null
	expect_equal "$(find . -name '.rollout-*' | wc -l | tr -d ' ')" 0
	if [ -e big-out.json ]; then
		if [ "$(tail -c 2 big-out.json)" = '}' ]; then pass; else fail 'half an export'; fi
	fi
done
expect_exit 0 undo

# Many at once: nobody is turned away, nothing is lost.
LAST='200 times add, eight at once'
seq 200 | xargs -P 8 -I N "$ROLLOUT" add team id=tN name='Team N' >"$OUT" 2>"$ERR"
CODE=$?
expect_code 0
expect_no_err
expect_count 200 "$OUT"
expect_equal "$("$ROLLOUT" list team --json | jq '.records | length')" 201
expect_equal "$("$ROLLOUT" log --json | jq '[.steps[] | select(.label | startswith("add team"))] | length')" 201
LAST='200 times set, eight at once, with a backup and readers beside'
seq 200 | xargs -P 8 -I N sh -c '"$1" set team t"$2" size="$2" && "$1" show team t"$2"' - "$ROLLOUT" N >"$OUT" 2>"$ERR" &
sets=$!
"$ROLLOUT" backup while.copy 2>/dev/null || fail 'no backup while others write'
"$ROLLOUT" verify -f while.copy >/dev/null || fail 'the backup is damaged'
"$ROLLOUT" check -f p.rollout >/dev/null 2>&1
wait $sets
CODE=$?
expect_code 0
expect_no_err
expect_equal "$("$ROLLOUT" list team -f p.rollout --json | jq '[.records[] | select(.size != null)] | length')" 200
expect_exit 0 verify -f p.rollout

finish
