-- SPDX-License-Identifier: MIT
-- id: G3
-- severity: warning
-- about: cadence
-- title: Falling sentiment
-- meaning: Anonymous answers are worse than in the window before, beyond what chance explains: trust is
--   going, or the work asked for is growing.
-- response: Hold a listening session, say what was heard and what will change because of it, and tell
--   those who spoke what became of it.
-- alarm: in pure noise 1 window in 30
-- uses: measures
-- Read when a window is over. It stands until two windows in a row are no worse than the one before the
-- fall: a mood that stays low is not a good reading.
WITH "cut" ("type", "id", "by", "of") AS (
	SELECT 'programme', "id", 'whole', '' FROM "programme"
	UNION ALL SELECT 'team', "id", 'team', CAST("id" AS TEXT) FROM "team"
	UNION ALL SELECT DISTINCT 'group', "group", 'group', "group" FROM "pulse"
		WHERE "group" IS NOT NULL),
"reading" AS MATERIALIZED (
	SELECT "type", "id", "n", "mood", row_number() OVER (PARTITION BY "type", "id" ORDER BY "n") AS "i"
	FROM (SELECT c."type", c."id", w."n", mood(c."by", c."of", w."n") AS "mood"
		FROM "cut" c CROSS JOIN "window" w WHERE w."n" < window_of(:today))
	WHERE "mood" IS NOT NULL),
"state" ("type", "id", "i", "from", "good", "since") AS (
	SELECT "type", "id", "i", NULL, 0, NULL FROM "reading" WHERE "i" = 1
	UNION ALL
	SELECT s."type", s."id", r."i",
		CASE WHEN has_fallen(b."mood", r."mood") THEN coalesce(s."from", s."i")
			WHEN s."good" + 1 < setting('signal_clear_readings') THEN s."from" END,
		iif(has_fallen(b."mood", r."mood"), 0, s."good" + 1),
		CASE WHEN has_fallen(b."mood", r."mood") THEN coalesce(s."since", r."n")
			WHEN s."good" + 1 < setting('signal_clear_readings') THEN s."since" END
	FROM "state" s JOIN "reading" r
			ON r."type" = s."type" AND r."id" = s."id" AND r."i" = s."i" + 1
		JOIN "reading" b ON b."type" = s."type" AND b."id" = s."id"
			AND b."i" = coalesce(s."from", s."i"))
SELECT s."type", s."id",
	CASE s."type" WHEN 'team' THEN (SELECT "name" FROM "team" WHERE "id" = s."id")
		WHEN 'programme' THEN (SELECT "name" FROM "programme") ELSE replace(s."id", '_', ' ') END,
	printf('the mood fell from %.1f to %.1f in the window to %s', mood_mean(b."mood"),
		mood_mean(f."mood"), window_last(s."since")),
	json_object('since_on', window_last(s."since"), 'before', round(mood_mean(b."mood"), 1),
		'readings', (SELECT json_group_array(json_object('window_ends_on', window_last(x."n"),
			'mean', round(mood_mean(x."mood"), 1))) FROM "reading" x
			WHERE x."type" = s."type" AND x."id" = s."id" AND x."i" >= s."from"))
FROM "state" s JOIN "reading" b ON b."type" = s."type" AND b."id" = s."id" AND b."i" = s."from"
	JOIN "reading" f ON f."type" = s."type" AND f."id" = s."id" AND f."n" = s."since"
WHERE s."i" = (SELECT max("i") FROM "reading" l WHERE l."type" = s."type" AND l."id" = s."id")
