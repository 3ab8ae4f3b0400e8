#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds the sources against the layers: what they include, what their objects use (nm), functions that are banned, and variables that can
# change between calls. Takes the object files as arguments; BUILD is where they lie.
set -u
: "${BUILD:=build}"
faults=$(mktemp) && symbols=$(mktemp) || exit 1
trap 'rm -f "$faults" "$symbols"' EXIT

# What each layer may use, beside itself.
allowed='base=
model=base
rules=model base
store=model base
exchange=model base
programme=store exchange rules model base
tui=programme model base
cli=programme model base
main=cli tui programme model base'

# Includes of our own headers, and of libraries that belong to one layer.
# shellcheck disable=SC2046
awk -v allowed="$allowed" '
	BEGIN {
		n = split(allowed, rows, "\n")
		for (i = 1; i <= n; i++) { split(rows[i], row, "="); may[row[1]] = " " row[2] " " row[1] " " }
		home["sqlite3.h"] = "store"; home["cjson/cJSON.h"] = home["cJSON.h"] = "exchange"
		home["unzip.h"] = home["expat.h"] = "exchange"
		home["utf8proc.h"] = "base"; home["getopt.h"] = "cli"
		home["curses.h"] = home["ncurses.h"] = home["panel.h"] = "tui"
		home["ncursesw/curses.h"] = home["ncursesw/ncurses.h"] = home["ncursesw/panel.h"] = "tui"
		home["form.h"] = home["menu.h"] = "no layer"
		own["panel.h"] = own["form.h"] = 1
	}
	FNR == 1 {
		layer = FILENAME
		sub(/^include\/rollout\//, "", layer); sub(/^src\//, "", layer); sub(/\/.*/, "", layer); sub(/^main\.c$/, "main", layer)
		if (!(layer in may)) print FILENAME ": " layer " is no layer"
	}
	/^[ \t]*#[ \t]*include/ {
		name = $0
		sub(/^[^"<]*["<]/, "", name); sub(/[">].*/, "", name)
		if (name in home && home[name] != layer && (/</ || !(name in own)))
			print FILENAME ":" FNR ": only " home[name] " may include " name
		if (name ~ /^rollout\//) {
			split(name, part, "/")
			if (index(may[layer], " " part[2] " ") == 0) print FILENAME ":" FNR ": " layer " may not include " name
		} else if (name ~ /\// && $0 ~ /"/) {
			if (index(name, layer "/") != 1) print FILENAME ":" FNR ": " layer " may not include " name
			# The kit knows no panel, and a panel knows no other.
			room = FILENAME
			sub(/^src\//, "", room)
			if (room ~ /^tui\/kit\// && name !~ /^tui\/kit\//)
				print FILENAME ":" FNR ": the kit may not include " name
			if (match(room, /^tui\/panels\/[a-z]+\//) && name !~ /^tui\/kit\// && index(name, substr(room, 1, RLENGTH)) != 1)
				print FILENAME ":" FNR ": a panel may not include " name
		}
	}' $(find src include/rollout -name '*.[ch]' ! -path 'src/build/*') >>"$faults"

# A header in include/ has users outside its layer, directly or through another such header; what a layer keeps to itself lies beside its
# sources.
# shellcheck disable=SC2046
awk '
	FNR == 1 {
		file = FILENAME
		public = sub(/^include\//, "", file)
		layer = file
		sub(/^(rollout|src)\//, "", layer); sub(/\/.*/, "", layer)
		if (public) home[file] = layer
	}
	/^[ \t]*#[ \t]*include[ \t]*"rollout\// {
		name = $0
		sub(/^[^"]*"/, "", name); sub(/".*/, "", name)
		if (public) includes[file] = includes[file] " " name
		else if (!((layer, name) in asked)) { asked[layer, name] = 1; ask(layer, name) }
	}
	function ask(layer, name) { queue[++queued] = layer " " name }
	END {
		for (i = 1; i <= queued; i++) {
			split(queue[i], item, " ")
			if (home[item[2]] != item[1]) used[item[2]] = 1
			n = split(includes[item[2]], more, " ")
			for (j = 1; j <= n; j++)
				if (!((item[1], more[j]) in asked)) { asked[item[1], more[j]] = 1; ask(item[1], more[j]) }
		}
		for (name in home) if (!(name in used)) print "include/" name ": only its own layer uses it; it belongs beside the sources"
	}' $(find include/rollout -name '*.h') $(find src -name '*.[ch]' ! -path 'src/build/*') | sort >>"$faults"

with_curses=$(grep -lE '^[ \t]*#[ \t]*include[ \t]*<(ncursesw/)?n?curses\.h>' $(find src/tui -name '*.[ch]') | wc -l)
[ "$with_curses" -le 2 ] || echo "src/tui: $with_curses files include curses.h; at most two may" >>"$faults"

# Symbols: "object layer kind name section", of every object.
nm -A -f sysv "$@" 2>/dev/null | awk -F'|' -v build="$BUILD/obj/" '
	NF >= 7 {
		gsub(/ /, "")
		colon = index($1, ".o:")
		object = layer = substr($1, 1, colon + 1)
		sub("^" build, "", layer); sub(/\/.*/, "", layer); sub(/^main\.o$/, "main", layer); sub(/^gen$/, object ~ /commands/ ? "cli" : "store", layer)
		print object, layer, $3, substr($1, colon + 3), $7
	}' >"$symbols"
[ -s "$symbols" ] || echo "nm names no symbol: layers of the objects were not looked at" >>"$faults"

awk -v allowed="$allowed" -v build="$BUILD/obj/" '
	BEGIN {
		n = split(allowed, rows, "\n")
		for (i = 1; i <= n; i++) { split(rows[i], row, "="); may[row[1]] = " " row[2] " " row[1] " " }
		curses = "^(initscr|newterm|endwin|stdscr|curscr|doupdate|newwin|delwin|newpad|subwin|derwin|keypad|nodelay|cbreak|raw" \
			"|noecho|curs_set|start_color|init_pair|init_extended_pair|use_default_colors|resizeterm|getmaxx|getmaxy|wget_wch" \
			"|wgetch|w(add|ins|attr|move|refresh|noutrefresh|erase|clear|bkgd|color|border|hline|vline|chgat|timeout)[a-z_]*" \
			"|new_panel|update_panels|show_panel|hide_panel|tigetnum|tigetstr|tparm|setupterm)$"
		outside = "^((__)?v?f?printf(_chk)?|(__)?v?dprintf(_chk)?|f?puts|f?putc|putchar|perror|stdin|stdout|stderr|f?open(at)?|fdopen|creat" \
			"|read|write|time|times|clock|clock_gettime|gettimeofday|localtime(_r)?|gmtime(_r)?|mktime|timegm|tzset|ctime(_r)?|strftime" \
			"|(secure_)?getenv|setenv|(__)?environ|setlocale|localeconv|rand|rand_r|random|srand|getrandom|getentropy)$"
	}
	# A room of the terminal: the kit, a panel, or the desk above them.
	function room(object) {
		sub("^" build, "", object)
		return match(object, /^tui\/(kit|panels\/[a-z]+)\//) ? substr(object, 1, RLENGTH) : "tui/"
	}
	FNR == NR { if ($3 ~ /^[TDRBVW]$/ && $2 != "main") { defined[$4] = $2; place[$4] = room($1) }; next }
	# A signal handler is handed nothing: what it needs must lie still somewhere, and lies in this one place.
	$1 ~ /tui\/kit\/screen\/signals\.o$/ && $4 == "state" { next }
	# Sanitizers and coverage keep variables of their own; a signal handler can reach nothing but a static.
	$1 !~ /tui\/kit\/screen\/signals\.o$/ && $3 ~ /^[dDbBC]$/ && $5 ~ /^(\.t?data|\.t?bss|\*COM\*)/ && $5 !~ /^\.data\.rel\.ro/ && $4 !~ /asan|ubsan|^\*?\.?L|gcov|^\*|__prof|__sancov/ {
		print $1 ": " $4 " can change between calls (" $5 ")"
	}
	$3 != "U" { next }
	$4 ~ /^sqlite3/ && $2 != "store" { print $1 ": only store may use " $4 }
	$4 ~ /^cJSON_/ && $2 != "exchange" { print $1 ": only exchange may use " $4 }
	$4 ~ /^utf8proc_/ && $2 != "base" { print $1 ": only base may use " $4 }
	$4 ~ /^getopt_long/ && $2 != "cli" { print $1 ": only cli may use " $4 }
	$4 ~ curses && $2 != "tui" { print $1 ": only tui may use " $4 }
	# Running out of memory is the one thing base says itself, on standard error.
	$4 == "stderr" && $1 ~ /base\/memory\.o$/ { next }
	$4 ~ outside && $2 ~ /^(base|model|rules)$/ { print $1 ": " $2 " may not use " $4 }
	($4 in defined) && index(may[$2], " " defined[$4] " ") == 0 { print $1 ": " $2 " may not use " $4 " of " defined[$4] }
	# The same of rooms, where a declaration of its own passes the look at the includes.
	($4 in place) && defined[$4] == "tui" && $2 == "tui" && room($1) != "tui/" && place[$4] != "tui/kit/" && place[$4] != room($1) {
		print $1 ": " room($1) " may not use " $4 " of " place[$4]
	}
' "$symbols" "$symbols" >>"$faults"

grep -nE '(^|[^A-Za-z0-9_])(strcpy|strcat|sprintf|vsprintf|gets|atoi|strtok|system|popen|tmpnam|mktemp)[ \t]*\(' \
	$(find src include -name '*.[ch]') | sed 's/$/   (banned)/' >>"$faults"

# A stem stands in one layer only, so that a name finds one file.
find src -name '*.c' | sed 's|.*/||' | sort | uniq -d | sed 's/$/ stands in two places/' >>"$faults"

# shellcheck disable=SC2046
awk '
	/^\{$/ { from = FNR }
	/^\}$/ { if (from && FNR - from > 80) print FILENAME ":" from ": a function of " FNR - from + 1 " lines; at most 80 are allowed"; from = 0 }
' $(find src -name '*.c') >>"$faults"

for file in $(find src include tests -name '*.[ch]'); do
	lines=$(wc -l <"$file")
	[ "$lines" -le 600 ] || echo "$file: $lines lines; at most 600 are allowed" >>"$faults"
done

cat "$faults"
[ ! -s "$faults" ]
