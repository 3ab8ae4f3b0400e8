#!/bin/sh
# SPDX-License-Identifier: MIT
# Words from anywhere reach a terminal harmless: names, notes, file names, arguments, messages.
. "$TESTS/lib.sh"

fresh
# What can be stored and yet must be shown with care: zero-width, marks, joiners, right-to-left names, %n.
expect_exit 0 add stakeholder id=a name="$(printf 'An\342\200\213na')" notes="$(printf 'tab\there\nnext %%n%%s')"
expect_exit 0 add stakeholder id=b name='שלום עולם' owner=a
expect_exit 0 add stakeholder id=c name='陳 美玲'
expect_exit 0 list stakeholder
expect_out 'An<U+200B>na'
expect_out 'שלום עולם'
expect_exit 0 show stakeholder a
expect_out 'next %n%s'

# harmless: what came out is kept, and looked at as a whole at the end: no control but newline, no bidi control.
: >all
harmless() {
	printf '==== %s\n' "$COUNT" >>all
	cat "$OUT" "$ERR" >>all
	COUNT=$((COUNT + 1))
}
COUNT=0
for bad in '\033[31mred' '\033]52;c;aGk=\007' '\302\233 31m' '\233' 'a\rb' 'a\bb' '\342\200\256rev' '\342\201\246iso' '\377\376' '\177' '\302\205' '\342\200\250'; do
	word=$(printf "$bad")
	for line in 'list' 'show stakeholder' 'list team' 'types' 'schema' 'help' 'check' 'status -f' 'import register' 'export team -f' \
		'backup -f p.rollout' 'list stakeholder --sort' 'list stakeholder --columns' 'log --since' 'undo --as' 'status --today' \
		'completion' 'add stakeholder' 'remove stakeholder' 'list stakeholder --after' 'export team --format' 'undo'; do
		# shellcheck disable=SC2086
		run $line "$word"
		harmless
		[ "$CODE" -ne 0 ] || [ "$line" = 'backup -f p.rollout' ] || fail 'accepted'
	done
	run "$word"
	harmless
	run add stakeholder "$word=x"
	harmless
	run add stakeholder "name=x" "influence=$word"
	harmless
	run list stakeholder "name=$word"
	harmless
	run add stakeholder "name=$word"
	harmless
	printf '[{"name":"%s","%s":1,"influence":"%s"}]' "$word" "$word" "$word" >"$word.json"
	run import register "$word.json"
	harmless
done

LAST="$COUNT commands with words that a terminal would obey"
if python3 -c 'import sys
text = open("all", "rb").read().decode("utf-8")
for c in text:
	if (ord(c) < 32 and c != "\n") or 0x7f <= ord(c) < 0xa0 or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c":
		place = text.index(c)
		sys.exit(ascii(text[max(0, place - 100):place + 10]))' >"$OUT" 2>"$ERR"; then
	PASSED=$((PASSED + COUNT))
else
	fail 'something harmful was printed'
fi

finish
