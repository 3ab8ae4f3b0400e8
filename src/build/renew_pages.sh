#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints a page with the parts renewed that the program itself knows: what stands between two marks in data/man/rollout.1 (commands, keys)
# and in README.md (commands). `renew_pages.sh ROLLOUT PAGE`
set -eu
rollout=$1 page=$2

# Each command with its group: "programme new start a programme …"
overview() {
	"$rollout" help | awk '
		/^options/ { exit }
		/^[a-z]+$/ { group = $0 }
		group && /^  [a-z]/ { print group, $1 }'
}

# What is printed of a command that every command has is no news.
man_commands() {
	overview | while read -r group name; do
		"$rollout" help "$name" | awk -v group="$group" -v name="$name" '
			/^usage: / { usage = substr($0, length("usage: rollout " name) + 2) }
			/^options/ { part = 1; next }
			part && match($0, /--[a-z-]+( [^ ]+)?/) {
				option = substr($0, RSTART + 2, RLENGTH - 2)
				word = option
				sub(/ .*/, "", word)
				if (index(" file json format read-only today as color ascii help ", " " word " ") == 0)
					options = options ";" option
			}
			!part && !/^usage: / && !/^$/ { text[++lines] = $0 }
			END { print group "\t" name "\t" usage "\t" options; for (i = 1; i <= lines; i++) print "\t" text[i] }'
	done | awk -F'\t' '
		'"$escape"'
		/^\t/ { if (more++) print ".Pp"; print "\\&" escape($2); next }
		{
			if ($1 != group) {
				if (group) print ".El"
				group = $1
				print ".Ss " toupper(substr(group, 1, 1)) substr(group, 2)
				print ".Bl -tag -width Ds"
			}
			line = ".It Cm " escape($2)
			if ($3 != "") line = line " Ar \"" escape($3) "\""
			n = split(substr($4, 2), option, ";")
			for (i = 1; i <= n; i++) {
				value = ""
				if (split(option[i], part, " ") > 1) value = " Ar " escape(part[2])
				line = line " Oo Fl -" part[1] value " Oc"
			}
			print line
			more = 0
		}
		END { print ".El" }'
}

man_keys() {
	"$rollout" help keys | awk '
		'"$escape"'
		/^[a-z]/ {
			if (open) print ".El"
			printf ".Ss \\&%s\n.Bl -tag -width Backspace -compact\n", escape(toupper(substr($0, 1, 1)) substr($0, 2))
			open = 1
			next
		}
		/^  [^ ]/ {
			line = substr($0, 3)
			gap = match(line, /  +/)
			if (gap == 0) next
			printf ".It Sy \\&%s\n\\&%s\n", escape(substr(line, 1, gap - 1)), escape(substr(line, gap + RLENGTH))
			next
		}
		/^$/ { if (open) { print ".El"; open = 0 } }
		END { if (open) print ".El" }'
}

readme_commands() {
	overview | awk '
		BEGIN { print "| | |"; print "|---|---|" }
		$1 != group { if (group) print " |"; group = $1; printf "| %s | `%s`", $1, $2; next }
		{ printf " `%s`", $2 }
		END { print " |" }'
}

# shellcheck disable=SC2016
escape='function escape(text) {
	gsub(/\\/, "\\e", text)
	gsub(/"/, "\\(dq", text)
	gsub(/`/, "\\(ga", text)
	gsub(/-/, "\\-", text)
	return text
}'
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
case $page in
*.md) readme_commands >"$parts/commands" ;;
*)
	man_commands >"$parts/commands"
	man_keys >"$parts/keys"
	;;
esac
awk -v parts="$parts" '
	/(<!--|\\") [a-z]+ end/ { skip = 0 }
	!skip { print }
	match($0, /(<!--|\\") [a-z]+ begin/) {
		part = substr($0, RSTART, RLENGTH)
		sub(/ begin$/, "", part)
		sub(/.* /, "", part)
		while ((getline line < (parts "/" part)) > 0) print line
		skip = 1
	}' "$page"
