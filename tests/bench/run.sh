#!/bin/sh
# SPDX-License-Identifier: MIT
# Times the program beside floors (the least C over the same libraries), and peers (sqlite3's own
# shell), in turn, in one run, because only ratios taken together count. One line a goal: its
# name, the program, the floor, their ratio, the most it may be, ok or over; medians.
# BENCH_RECORDS (100000) and BENCH_LARGE (1000000; 0 leaves it out) records, BENCH_REPEATS (5) and
# BENCH_LARGE_REPEATS (1) times. BENCH_BY=processor compares the time of the processor instead of
# the clock's: steadier where others build, blind to the disk. Every single time stays in
# BUILD/bench/times: seconds by the clock, seconds of processor, KiB of memory. Called by make
# bench.
set -eu
: "${BUILD:=build}" "${CC:=cc}" "${BENCH_RECORDS:=100000}" "${BENCH_LARGE:=1000000}"
: "${BENCH_REPEATS:=5}" "${BENCH_LARGE_REPEATS:=1}"
: "${BENCH_BY:=clock}" "${ROLLOUT:=$PWD/$BUILD/rollout}"
tools=$PWD/$BUILD/bench
data=$tools/data
times=$tools/times
source=$PWD/tests/bench
schema=$PWD/data/schema
rules=$PWD/data/rules
facts=$PWD/data/facts
today=2026-11-23

case $BENCH_BY in
clock) by=1 ;;
processor) by=2 ;;
*)
	echo "bench: BENCH_BY is clock or processor" >&2
	exit 2
	;;
esac

rm -rf "$data" "$times"
mkdir -p "$data/home" "$times"
trap 'rm -rf "$data"' EXIT
trap 'exit 130' INT TERM HUP
HOME=$data/home XDG_STATE_HOME=$data/home/state XDG_DATA_HOME=$data/home/data
export HOME XDG_STATE_HOME XDG_DATA_HOME

compile() {
	output=$tools/$1
	shift
	# shellcheck disable=SC2046
	$CC -std=c11 -O2 -D_XOPEN_SOURCE=700 -Iinclude -o "$output" "$@" \
		$(pkg-config --cflags --libs sqlite3 libcjson libutf8proc) $(pkg-config --libs ncursesw) -lutil
}

for tool in measure generate floor_import floor_export floor_list; do
	compile "$tool" "$source/$tool.c"
done
compile roadmap "$source/roadmap.c"
compile paint -D_DEFAULT_SOURCE "$source/paint.c"
compile floor_check "$source/floor_check.c" "$BUILD/librollout.a"
compile schedule "$source/schedule.c" "$BUILD/librollout.a"

# Runs a command and keeps its time under a name; what was written before is on the disk first, so
# that nobody pays for another's pages.
timed() {
	name=$1
	shift
	sync
	"$tools/measure" "$times/$name" "$@" >/dev/null 2>"$data/said" || {
		echo "bench: failed: $*" >&2
		cat "$data/said" >&2
		exit 1
	}
}

# The median of a column (1 clock, 2 processor, 3 memory) of a name's times, times a factor.
median() {
	sort -n -k "$2,$2" "$times/$1" | awk -v column="$2" -v factor="$3" '
		{ value[NR] = $column }
		END { print (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 * factor }'
}

# name, program, floor, unit of both, goal of their ratio
line() {
	awk -v name="$1" -v program="$2" -v floor="$3" -v unit="$4" -v goal="$5" 'BEGIN {
		printf "%-50s %10.1f %10.1f %-5s %6.2f %6.2f  %s\n", name, program, floor, unit,
			program / floor, goal, program <= floor * goal ? "ok" : "over"
	}'
}

# name, times of the program, times of the floor, goal
compare() {
	line "$1" "$(median "$2" "$by" 1000)" "$(median "$3" "$by" 1000)" ms "$4"
}

# The most memory in MiB of any run beside a limit.
memory() {
	most=$(sort -n -k 3,3 "$times/$2" | awk '{ most = $3 } END { print most / 1024 }')
	line "$1" "$most" "$3" MiB 1
}

# An opening of the path by the program, so that none that is timed checks the file in full.
open_once() {
	"$ROLLOUT" -f "$1" list stakeholder --limit 1 >/dev/null 2>&1
}

same() {
	cmp -s "$1" "$2" || {
		echo "bench: $1 and $2 differ: the floor does not do the program's work" >&2
		exit 1
	}
}

json_each() {
	{
		printf '%s\n' 'PRAGMA temp_store = MEMORY;' ".parameter set :register \"'$2'\""
		cat "$source/import_json_each.sql"
	} >"$data/json_each.sql"
	timed "$3" sqlite3 -bail "$1" ".read '$data/json_each.sql'"
}

prepare() {
	"$ROLLOUT" new Bench --bare -f "$data/empty.rollout" >/dev/null 2>&1
	cp "$data/empty.rollout" "$data/program.rollout"
	open_once "$data/program.rollout"
	cat "$schema"/*.sql | sqlite3 "$data/empty-schema.db"
	sqlite3 "$data/empty-bare.db" <"$source/bare.sql"
}

bench_import() {
	"$tools/generate" "$BENCH_RECORDS" >"$data/register.json"
	for _ in $(seq "$BENCH_REPEATS"); do
		cp "$data/empty.rollout" "$data/program.rollout"
		timed import "$ROLLOUT" -f "$data/program.rollout" import register "$data/register.json"
		for tables in bare schema; do
			cp "$data/empty-$tables.db" "$data/floor.db"
			timed "import-floor-$tables" "$tools/floor_import" "$data/register.json" "$data/floor.db"
			cp "$data/empty-$tables.db" "$data/peer.db"
			json_each "$data/peer.db" "$data/register.json" "import-each-$tables"
		done
	done
	compare "import $BENCH_RECORDS: bare floor" import import-floor-bare 1.5
	compare "import $BENCH_RECORDS: floor, the program's tables" import import-floor-schema 1.5
	compare "import $BENCH_RECORDS: json_each, bare tables" import import-each-bare 1
	compare "import $BENCH_RECORDS: json_each, the program's tables" import import-each-schema 1
}

bench_export() {
	for _ in $(seq "$BENCH_REPEATS"); do
		timed export "$ROLLOUT" -f "$data/program.rollout" --today "$today" export register \
			-o "$data/program.json" --force
		timed export-floor "$tools/floor_export" "$data/program.rollout" "$data/floor.json"
		timed export-json sqlite3 -json "$data/program.rollout" ".output '$data/peer.json'" \
			'SELECT * FROM stakeholder; SELECT * FROM relationship'
		timed export-json-keys sqlite3 -json "$data/program.rollout" ".output '$data/peer.json'" \
			'SELECT s.*, o.key AS owner_key FROM stakeholder s LEFT JOIN stakeholder o ON o.id = s.owner;
			SELECT f.key AS from_key, t.key AS to_key, r.kind, r.strength, r.note FROM relationship r
			JOIN stakeholder f ON f.id = r."from" JOIN stakeholder t ON t.id = r."to"'
	done
	same "$data/program.json" "$data/register.json"
	same "$data/floor.json" "$data/register.json"
	"$tools/floor_export" "$data/peer.db" "$data/peer.json"
	same "$data/peer.json" "$data/register.json"
	compare "export $BENCH_RECORDS: streaming floor" export export-floor 1.3
	compare "export $BENCH_RECORDS: sqlite3 -json, rows as they lie" export export-json 0.5
	compare "export $BENCH_RECORDS: sqlite3 -json, with the keys" export export-json-keys 0.5
}

bench_edit() {
	cp "$data/program.rollout" "$data/edit.rollout"
	cp "$data/program.rollout" "$data/edit.db"
	open_once "$data/edit.rollout"
	for i in $(seq $((BENCH_REPEATS * 4))); do
		score=$((i % 5 + 1))
		timed edit "$ROLLOUT" -f "$data/edit.rollout" set stakeholder p-0000042 "influence=$score"
		timed edit-floor sqlite3 "$data/edit.db" \
			"UPDATE stakeholder SET influence = $score WHERE key = 'p-0000042'"
	done
	compare "one edit: sqlite3 UPDATE" edit edit-floor 2
}

# The same rows by the ranges of their ids; without a condition SQLite would only drop the pages.
bench_undo() {
	for _ in $(seq "$BENCH_REPEATS"); do
		cp "$data/program.rollout" "$data/edit.rollout"
		cp "$data/program.rollout" "$data/edit.db"
		timed undo "$ROLLOUT" -f "$data/edit.rollout" undo
		timed undo-floor sqlite3 "$data/edit.db" \
			'BEGIN; DELETE FROM relationship WHERE id > 0; DELETE FROM stakeholder WHERE id > 0; COMMIT'
	done
	left=$(sqlite3 "$data/edit.rollout" 'SELECT count(*) FROM stakeholder')
	[ "$left" = 0 ] || echo "bench: undo left $left stakeholders" >&2
	compare "undo of the import: DELETE" undo undo-floor 2
}

# A rule as one statement: the shared tables it uses stand before its own.
join_rule() {
	uses=$(sed -n 's/^-- uses: //p' "$1")
	sql=$(grep -v '^--' "$1")
	if [ -z "$uses" ]; then
		printf '%s\n' "$sql"
		return
	fi
	printf 'WITH '
	grep -v '^--' "$facts/$uses.sql"
	case $sql in
	WITH*) printf ', %s\n' "${sql#WITH}" ;;
	*) printf '%s\n' "$sql" ;;
	esac
}

bench_check() {
	mkdir -p "$data/rules"
	for rule in "$rules"/*.sql; do
		join_rule "$rule" >"$data/rules/${rule##*/}"
	done
	cp "$data/program.rollout" "$data/edit.rollout"
	sqlite3 "$data/edit.rollout" <"$source/check_records.sql"
	for _ in $(seq "$BENCH_REPEATS"); do
		# It ends with 6 when it finds an error, as it does here.
		timed check sh -c '"$@" || [ $? = 6 ]' sh \
			"$ROLLOUT" -f "$data/edit.rollout" --today "$today" check --json
		timed check-floor "$tools/floor_check" "$data/edit.rollout" "$today" "$data/rules"/*.sql
	done
	compare "check: the plain SELECTs" check check-floor 2
}

# The schedule beside a plain topological pass over the same graph, ids in order and shuffled.
bench_schedule() {
	for order in '' shuffled; do
		# shellcheck disable=SC2086
		read -r program floor <<-EOF
			$("$tools/schedule" 100000 "$BENCH_REPEATS" $order)
		EOF
		line "schedule 100000${order:+ $order}: plain topological pass" "$program" "$floor" ms 3
	done
}

# How much longer a record takes in a large file than in a small one.
compare_per_record() {
	line "$1" "$(median "$2" "$by" 1e6 | awk -v n="$BENCH_LARGE" '{ print $1 / n }')" \
		"$(median "$3" "$by" 1e6 | awk -v n="$BENCH_RECORDS" '{ print $1 / n }')" us 1.25
}

bench_large() {
	"$tools/generate" "$BENCH_LARGE" >"$data/register.json"
	for _ in $(seq "$BENCH_LARGE_REPEATS"); do
		cp "$data/empty.rollout" "$data/program.rollout"
		timed large-import "$ROLLOUT" -f "$data/program.rollout" import register "$data/register.json"
		for tables in bare schema; do
			cp "$data/empty-$tables.db" "$data/floor.db"
			timed "large-import-floor-$tables" "$tools/floor_import" "$data/register.json" "$data/floor.db"
		done
		timed large-export "$ROLLOUT" -f "$data/program.rollout" --today "$today" export register \
			-o "$data/program.json" --force
		timed large-export-floor "$tools/floor_export" "$data/program.rollout" "$data/floor.json"
	done
	same "$data/program.json" "$data/register.json"
	for _ in $(seq $((BENCH_REPEATS * 2))); do
		timed open "$ROLLOUT" -f "$data/program.rollout" list stakeholder --limit 1
	done
	compare "import $BENCH_LARGE: bare floor" large-import large-import-floor-bare 1.5
	compare "import $BENCH_LARGE: floor, the program's tables" large-import large-import-floor-schema 1.5
	compare_per_record "import $BENCH_LARGE: a record of $BENCH_RECORDS" large-import import
	memory "import $BENCH_LARGE: memory, limit" large-import 24
	compare "export $BENCH_LARGE: streaming floor" large-export large-export-floor 1.3
	memory "export $BENCH_LARGE: memory, limit" large-export 16
	line "open $BENCH_LARGE, list one: limit" "$(median open 1 1000)" 50 ms 1
}

# The list of the register on a terminal beside the least list there is, key by key.
bench_terminal() {
	file=$data/program.rollout
	for key in j '\e[6~'; do
		read -r first middle late bytes memory <<-EOF
			$("$tools/paint" 3z "$key" 1000 "$ROLLOUT" -f "$file" --today "$today")
		EOF
		read -r start _ <<-EOF
			$("$tools/paint" '' "$key" 1 "$ROLLOUT" -f "$file" --today "$today")
		EOF
		read -r floor_first floor_middle floor_late floor_bytes _ <<-EOF
			$("$tools/paint" '' "$key" 1000 "$tools/floor_list" "$file")
		EOF
		case $key in
		j)
			name='a row down'
			line "start $BENCH_LARGE, first screen: bare list" "$start" "$floor_first" ms 1.5
			line "list $BENCH_LARGE, opened from there: bare list" \
				"$(echo "$first $start" | awk '{ print $1 - $2 }')" "$floor_first" ms 1.5
			line "list $BENCH_LARGE: memory, limit" "$(echo "$memory" | awk '{ print $1 / 1024 }')" 16 MiB 1
			;;
		*) name='a page down' ;;
		esac
		line "list $BENCH_LARGE, $name, median: bare list" "$middle" "$floor_middle" ms 1.5
		line "list $BENCH_LARGE, $name, 99 of 100: bare list" "$late" "$floor_late" ms 1.5
		line "list $BENCH_LARGE, $name, bytes: bare list" "$bytes" "$floor_bytes" B 1
	done
}

# The timeline of a large roadmap: there is no floor for a picture, so the limit is what is felt.
bench_timeline() {
	"$tools/roadmap" 100000 >"$data/roadmap.json"
	"$ROLLOUT" -f "$data/timeline.rollout" new Bench --bare >/dev/null 2>&1
	"$ROLLOUT" -f "$data/timeline.rollout" import roadmap "$data/roadmap.json" >/dev/null
	read -r first middle late _ _ <<-EOF
		$("$tools/paint" 2 j 100 "$ROLLOUT" -f "$data/timeline.rollout" --today "$today")
	EOF
	line "timeline of 100000 milestones: first screen, limit" "$first" 300 ms 1
	line "timeline of 100000 milestones: a key, median, limit" "$middle" 20 ms 1
	line "timeline of 100000 milestones: a key, 99 of 100, limit" "$late" 50 ms 1
	read -r _ middle late _ _ <<-EOF
		$("$tools/paint" 2j + 40 "$ROLLOUT" -f "$data/timeline.rollout" --today "$today")
	EOF
	line "timeline of 100000 milestones: a move, median, limit" "$middle" 100 ms 1
	line "timeline of 100000 milestones: a move, 99 of 100, limit" "$late" 200 ms 1
}

all() {
	printf '%-50s %10s %10s %-5s %6s %6s\n' work: program floor '' ratio goal
	prepare
	bench_import
	bench_export
	bench_edit
	bench_undo
	bench_check
	bench_schedule
	bench_timeline
	[ "$BENCH_LARGE" = 0 ] || { bench_large && bench_terminal; }
	: >"$data/complete"
}

# Shown as it goes; a pipe's status is that of its last command, so the end of the run leaves a
# mark.
all | tee "$tools/report"
[ -f "$data/complete" ] || exit 1
awk '$NF == "ok" { ok++ } $NF == "over" { over++ }
	END { printf "%d ok, %d over\n", ok, over }' "$tools/report"
