-- SPDX-License-Identifier: MIT
-- id: M4
-- severity: error
-- title: Milestone whose date cannot hold
-- meaning: A milestone without a date, outside its phase, or due before something it waits for is a
--   promise that the plan itself already breaks.
-- response: Move the milestone or what it waits for, or give it to the phase in which it really falls.
WITH "dated" AS MATERIALIZED (
	SELECT "id", "title", "phase", "state", coalesce("forecast_on", "baseline_on") AS "on",
		CASE WHEN "state" = 'accepted' THEN coalesce("actual_on", "forecast_on", "baseline_on")
			ELSE coalesce("forecast_on", "baseline_on") END AS "reached_on"
	FROM "milestone" WHERE "state" IS NOT 'dropped'),
"late" AS (
	SELECT d."to" AS "id", b."title", b."reached_on"
	FROM "dependency" d JOIN "dated" b ON b."id" = d."from"
		JOIN "dated" m ON m."id" = d."to"
	WHERE b."reached_on" > m."on"),
"fault" AS (
	SELECT m."id", 1 AS "place", 'no date' AS "message" FROM "dated" m WHERE m."on" IS NULL
	UNION ALL
	SELECT m."id", 2, printf('%s is outside %s (%s to %s)', m."on", p."name", p."starts_on",
		p."ends_on")
	FROM "dated" m JOIN "phase" p ON p."id" = m."phase"
	WHERE m."on" < p."starts_on" OR m."on" > p."ends_on"
	UNION ALL
	SELECT m."id", 3, printf('%s is before "%s", which it waits for (%s)', m."on",
		l."title", l."reached_on")
	FROM "late" l JOIN "dated" m ON m."id" = l."id")
SELECT 'milestone', m."id", m."title",
	(SELECT group_concat("message", '; ') FROM (
		SELECT "message" FROM "fault" f WHERE f."id" = m."id" ORDER BY "place", "message")),
	json_object('on', m."on", 'phase', p."name", 'starts_on', p."starts_on",
		'ends_on', p."ends_on",
		'later_predecessors', (SELECT count(*) FROM "late" l WHERE l."id" = m."id"))
FROM "dated" m LEFT JOIN "phase" p ON p."id" = m."phase"
WHERE m."state" IS NOT 'accepted' AND m."id" IN (SELECT "id" FROM "fault")
