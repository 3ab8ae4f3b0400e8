-- SPDX-License-Identifier: MIT
-- id: G1
-- severity: warning
-- about: person
-- title: Non-attendance
-- meaning: Somebody stays away without a word, or a part of the organisation comes less than chance
--   explains: resistance that nobody speaks of, or a sponsor for whom it does not come first.
-- response: Whoever owns the relationship asks what keeps them away, and the sponsor asks in person
--   where a group stays away. An illness is a fair answer: waive the finding until it is over.
-- alarm: in pure noise 1 window in 100 for a person, at most 1 in 20 for a group
-- uses: measures
-- Persons are asked for at leadership and programme forums alone. Each stretch ends with enough good
-- readings behind it; the last one stands while it has not ended and once was long enough.
WITH "seat" AS (
	SELECT "person", "forum", "on", "state" = 'absent' AS "bad",
		row_number() OVER "turns" AS "i",
		row_number() OVER "turns" - coalesce(max(iif("state" = 'absent', NULL, "place"))
			OVER "turns", 0) AS "run"
	FROM (SELECT *, row_number() OVER (PARTITION BY "person", "forum" ORDER BY "on", "meeting")
			AS "place"
		FROM "came" WHERE "level" IN ('leadership', 'programme'))
	WINDOW "turns" AS (PARTITION BY "person", "forum" ORDER BY "place")),
"seats" AS (SELECT "person", "forum", max("i") AS "last" FROM "seat" GROUP BY 1, 2),
"absence" AS (
	SELECT *, sum("fresh") OVER (PARTITION BY "person", "forum" ORDER BY "i") AS "stretch"
	FROM (SELECT *, coalesce("i" - lag("i") OVER (PARTITION BY "person", "forum" ORDER BY "i")
			> setting('signal_clear_readings'), 0) AS "fresh"
		FROM "seat" WHERE "bad")),
"away" AS (
	SELECT a."person", a."forum", max(a."run") AS "run",
		min(iif(a."run" >= setting('absences_in_a_row'), a."on", NULL)) AS "since_on",
		group_concat(a."on", ', ') AS "days", json_group_array(a."on") AS "readings"
	FROM "absence" a JOIN "seats" s ON s."person" = a."person" AND s."forum" = a."forum"
	GROUP BY a."person", a."forum", a."stretch"
	HAVING "since_on" IS NOT NULL
		AND max(s."last") - max(a."i") < setting('signal_clear_readings')),
"share" AS (
	SELECT 'group' AS "type", "group" AS "of", "n", sum("there") AS "there",
		sum("invited") AS "invited" FROM "taken_part" WHERE "group" IS NOT NULL GROUP BY 2, 3
	UNION ALL
	SELECT 'team', "team", "n", sum("there"), sum("invited") FROM "taken_part"
	WHERE "team" IS NOT NULL GROUP BY 2, 3
	UNION ALL
	SELECT 'forum', "forum", "n", sum("there"), sum("invited") FROM "taken_part"
	GROUP BY 2, 3),
"reading" AS (
	SELECT *, row_number() OVER (PARTITION BY "type", "of" ORDER BY "n") AS "i",
		is_below("there", "invited", setting('participation_low_percent')) AS "bad"
	FROM "share" WHERE "n" < window_of(:today)),
"readings" AS (SELECT "type", "of", max("i") AS "last" FROM "reading" GROUP BY 1, 2),
"low" AS (
	SELECT *, sum("fresh") OVER (PARTITION BY "type", "of" ORDER BY "i") AS "stretch"
	FROM (SELECT *, coalesce("i" - lag("i") OVER (PARTITION BY "type", "of" ORDER BY "i")
			> setting('signal_clear_readings'), 0) AS "fresh"
		FROM "reading" WHERE "bad")),
"thin" AS (
	SELECT l."type", l."of", window_last(min(l."n")) AS "since_on", max(l."n") AS "n",
		json_group_array(json_object('window_ends_on', window_last(l."n"), 'there', l."there",
			'invited', l."invited")) AS "readings"
	FROM "low" l JOIN "readings" r ON r."type" = l."type" AND r."of" = l."of"
	GROUP BY l."type", l."of", l."stretch"
	HAVING max(r."last") - max(l."i") < setting('signal_clear_readings'))
SELECT 'stakeholder', s."id", s."name",
	group_concat(printf('absent without a word from %s on %s', f."name", a."days"), '; '),
	json_object('since_on', min(a."since_on"), 'in_a_row', max(a."run"),
		'readings', json_group_array(json_object('forum', f."name",
			'absent_on', json(a."readings"))))
FROM "away" a JOIN "stakeholder" s ON s."id" = a."person" JOIN "forum" f ON f."id" = a."forum"
WHERE s."active" IS NOT 0
GROUP BY s."id"
UNION ALL
SELECT l."type", iif(l."type" = 'group', l."of", CAST(l."of" AS INTEGER)),
	CASE l."type" WHEN 'forum' THEN (SELECT "name" FROM "forum" WHERE "id" = l."of")
		WHEN 'team' THEN (SELECT "name" FROM "team" WHERE "id" = l."of")
		ELSE replace(l."of", '_', ' ') END,
	printf('%d of %d came or sent somebody in the window to %s, where %d %% is the aim', s."there",
		s."invited", window_last(l."n"), setting('participation_low_percent')),
	json_object('since_on', l."since_on", 'aim_percent', setting('participation_low_percent'),
		'readings', json(l."readings"))
FROM "thin" l JOIN "share" s ON s."type" = l."type" AND s."of" = l."of" AND s."n" = l."n"
