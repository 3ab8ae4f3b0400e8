-- SPDX-License-Identifier: MIT
-- id: G4
-- severity: warning
-- about: cadence
-- title: More blockers
-- meaning: More stands in the way of teams than before, beyond what chance explains, or something has
--   stood there for longer than a slice: what blocks them is how the work is cut, not the team.
-- response: Take it to the function or the executives: what blocks one team again and again is settled
--   above it.
-- alarm: in pure noise 1 window in 100
-- uses: measures
-- New ones are read when a window is over; it stands until two windows in a row are no worse than the
-- one before the rise. What has been open too long is looked at every day.
WITH "cut" ("type", "id", "name") AS (
	SELECT 'programme', "id", "name" FROM "programme"
	UNION ALL SELECT 'team', "id", "name" FROM "team"
		WHERE "id" IN (SELECT "team" FROM "hindrance")),
"reading" AS MATERIALIZED (
	SELECT c."type", c."id", c."name", w."n", w."n" + 1 AS "i", count(h."id") AS "new"
	FROM "cut" c CROSS JOIN "window" w LEFT JOIN "hindrance" h
		ON h."n" = w."n" AND (c."type" = 'programme' OR h."team" = c."id")
	WHERE w."n" < window_of(:today) GROUP BY c."type", c."id", w."n"),
"state" ("type", "id", "i", "from", "good", "since") AS (
	SELECT "type", "id", "i", NULL, 0, NULL FROM "reading" WHERE "i" = 1
	UNION ALL
	SELECT s."type", s."id", r."i",
		CASE WHEN chance_of_rise(b."new", r."new") * 100 <= setting('chance_percent') THEN coalesce(s."from", s."i")
			WHEN s."good" + 1 < setting('signal_clear_readings') THEN s."from" END,
		iif(chance_of_rise(b."new", r."new") * 100 <= setting('chance_percent'), 0, s."good" + 1),
		CASE WHEN chance_of_rise(b."new", r."new") * 100 <= setting('chance_percent') THEN coalesce(s."since", r."n")
			WHEN s."good" + 1 < setting('signal_clear_readings') THEN s."since" END
	FROM "state" s JOIN "reading" r
			ON r."type" = s."type" AND r."id" = s."id" AND r."i" = s."i" + 1
		JOIN "reading" b ON b."type" = s."type" AND b."id" = s."id"
			AND b."i" = coalesce(s."from", s."i")),
"slice_now" AS (
	SELECT coalesce((SELECT julianday("ends_on") - julianday("starts_on") + 1 FROM "slice"
		WHERE :today BETWEEN "starts_on" AND "ends_on" ORDER BY "starts_on" DESC LIMIT 1),
		setting('window_days')) AS "days")
SELECT s."type", s."id", b."name",
	printf('%d new in the window to %s, after %d in the one before', f."new", window_last(s."since"),
		b."new"),
	json_object('since_on', window_last(s."since"), 'before', b."new",
		'readings', (SELECT json_group_array(json_object('window_ends_on', window_last(x."n"),
			'new', x."new")) FROM "reading" x
			WHERE x."type" = s."type" AND x."id" = s."id" AND x."i" >= s."from"))
FROM "state" s JOIN "reading" b ON b."type" = s."type" AND b."id" = s."id" AND b."i" = s."from"
	JOIN "reading" f ON f."type" = s."type" AND f."id" = s."id" AND f."n" = s."since"
WHERE s."i" = window_of(:today)
UNION ALL
SELECT 'blocker', h."id", h."text",
	printf('open for %d days, longer than a slice of %d',
		CAST(julianday(:today) - julianday(h."raised_on") AS INTEGER), CAST(w."days" AS INTEGER)),
	json_object('since_on', date(h."raised_on", printf('+%d days', w."days" + 1)),
		'raised_on', h."raised_on",
		'days_open', CAST(julianday(:today) - julianday(h."raised_on") AS INTEGER),
		'days_most', CAST(w."days" AS INTEGER), 'readings', json_array(h."raised_on"))
FROM "hindrance" h CROSS JOIN "slice_now" w
WHERE h."resolved_on" IS NULL AND julianday(:today) - julianday(h."raised_on") > w."days"
