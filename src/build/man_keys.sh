#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the keys of the terminal as a part of the man page, from the program's own table: what stands between the two marks in
# data/man/rollout.1. `man_keys.sh ROLLOUT`; with a page as second word, that page with the part renewed.
set -eu

keys() {
	"$1" help keys | awk '
		function escape(text) {
			gsub(/\\/, "\\e", text)
			gsub(/-/, "\\-", text)
			return text
		}
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

if [ $# -lt 2 ]; then
	keys "$1"
else
	keys "$1" >"$2.keys"
	awk -v part="$2.keys" '
		/^\.\\" keys begin/ { print; while ((getline line < part) > 0) print line; skip = 1 }
		/^\.\\" keys end/ { skip = 0 }
		!skip { print }
		' "$2" | awk '!(/^\.\\" keys begin/ && seen++)'
	rm -f "$2.keys"
fi
