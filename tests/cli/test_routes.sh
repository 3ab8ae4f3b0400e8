#!/bin/sh
# SPDX-License-Identifier: MIT
# routes: scores worked out by hand, the order of ties, nobody twice, three links at most, who needs none, whom it is for.
. "$TESTS/lib.sh"

person() { # ID NAME ATTITUDE INFLUENCE [field=value...]
	id=$1 name=$2 attitude=$3 influence=$4
	shift 4
	expect_exit 0 add stakeholder id="$id" name="$name" attitude="$attitude" influence="$influence" "$@"
}
link() { # FROM TO STRENGTH [field=value...]
	from=$1 to=$2 strength=$3
	shift 3
	expect_exit 0 add relationship from="$from" to="$to" strength="$strength" "$@"
}
routes() { # each route as SCORE:ID,ID in millionths
	jq -r '[.routes[] | "\(.score * 1000000 | round):\(.people | join(","))"] | join(" ")' "$OUT"
}

fresh
person ines 'Ines Farrow' resistant 5
person ada 'Ada Lund' active 4
person tom 'Tomas Reyne' mixed 4
person ben 'Ben Ito' active 2
expect_exit 0 routes ines
expect_out 'no active supporter is known within 3 links of influence of Ines Farrow'
expect_exit 0 routes ines --json
expect_valid
expect_equal "$(jq -c '[.person, .needed, .routes]' "$OUT")" '["ines",true,[]]'

# Ada through Tomas: 4/5 x 3/3 x 2/3; Ben himself: 2/5; Ada herself: 4/5 x 1/3.
link ada tom 3
link tom ines 2
link ben ines 3
link ada ines 1
expect_exit 0 routes ines --json
expect_valid
expect_equal "$(routes)" '533333:ada,tom,ines 400000:ben,ines 266667:ada,ines'
expect_exit 0 routes 'Ines Farrow' --limit 2 --json
expect_equal "$(routes)" '533333:ada,tom,ines 400000:ben,ines'
expect_exit 0 routes ines --ascii
expect_line ' 0.53  Ada Lund -> Tomas Reyne -> Ines Farrow'
expect_line ' 0.40  Ben Ito -> Ines Farrow'
expect_exit 0 routes tom --json
expect_equal "$(routes)" '800000:ada,tom'

# Other kinds of links lead nowhere; a second link between two does not count twice; who left starts nothing.
expect_exit 5 add relationship from=ben to=ines strength=1
person eve 'Eve Sol' active 5 active=no
link eve ines 3
person kim 'Kim Low' active 5
link kim ines 3 kind=reports_to
link ines ben 3
expect_exit 0 routes ines --json
expect_equal "$(routes)" '533333:ada,tom,ines 400000:ben,ines 266667:ada,ines'

# Three links at most, and nobody twice: not dan, four away, and not ada by way of ines.
person cas 'Cas Berg' passive 3
person dan 'Dan Oye' active 5
link cas ada 3
link kim cas 3
link dan kim 3
link ines ada 3
expect_exit 0 routes ines --json
expect_valid
expect_equal "$(routes)" '533333:ada,tom,ines 400000:ben,ines 333333:kim,cas,ada,ines 266667:ada,ines'

# Ties: fewer links, then names.
person zoe 'Zoe Abel' resistant 1
person old 'Una Kerr' active 3
person new 'Abe Kerr' active 3
link old zoe 3
link new zoe 3
link new old 3
expect_exit 0 routes zoe --json
expect_equal "$(routes)" '600000:new,zoe 600000:old,zoe 600000:new,old,zoe'

# Who needs nobody.
expect_exit 0 routes cas
expect_out 'Cas Berg is neither mixed nor resistant: no route is looked for'
expect_exit 0 routes cas --json
expect_valid
expect_equal "$(jq -c '[.needed, .routes]' "$OUT")" '[false,[]]'
expect_exit 0 set stakeholder zoe active=no
expect_exit 0 routes zoe
expect_out 'Zoe Abel has left: there is nobody to be won over'
expect_exit 4 routes nobody
expect_err 'there is no stakeholder "nobody"'
expect_exit 0 add stakeholder id=twin name='Ines Farrow' organisation=Elsewhere
expect_exit 3 routes 'Ines Farrow'
expect_err '"Ines Farrow" means more than one'
expect_exit 2 routes
expect_exit 2 routes ines --limit 0

# For the lead alone, and reading changes nothing.
expect_exit 0 routes ines --audience lead
expect_exit 3 routes ines --audience team
expect_err 'routes are for the lead alone: they say how people are seen'
expect_no_out
expect_exit 3 routes ines --audience leadership --json
expect_no_out
expect_exit 0 routes ines --read-only
expect_exit 0 log --limit 1
expect_not_out 'routes'

# The setting shortens them.
expect_exit 0 add setting id=route_links_max name='Longest route' value=1
expect_exit 0 routes ines --json
expect_equal "$(routes)" '400000:ben,ines 266667:ada,ines'

finish
