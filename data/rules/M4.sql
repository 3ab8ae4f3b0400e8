-- SPDX-License-Identifier: MIT
-- id: M4
-- severity: error
-- title: Milestone whose date cannot hold
-- meaning: A milestone without a date, outside its phase, or due before something it waits for is a
--   promise that the plan itself already breaks.
-- response: Move the milestone or what it waits for, or give it to the phase in which it really falls.
-- Grouped by milestone, so that asking about one reads that one. What it waits for is put into words
-- for those that fire only.
WITH "judged" AS (
	SELECT m."id", m."title", coalesce(m."forecast_on", m."baseline_on") AS "on",
		p."name" AS "phase", p."starts_on", p."ends_on", count(b."id") AS "late"
	FROM "milestone" m LEFT JOIN "phase" p ON p."id" = m."phase"
		LEFT JOIN "dependency" d ON d."to" = m."id"
		LEFT JOIN "milestone" b ON b."id" = d."from" AND b."state" IS NOT 'dropped'
			AND coalesce(iif(b."state" = 'accepted', b."actual_on", NULL),
				b."forecast_on", b."baseline_on")
				> coalesce(m."forecast_on", m."baseline_on")
	WHERE m."state" IS NOT 'dropped' AND m."state" IS NOT 'accepted'
	GROUP BY m."id")
SELECT 'milestone', j."id", j."title",
	(SELECT group_concat("message", '; ') FROM (
		SELECT 1 AS "place", 'no date' AS "message" WHERE j."on" IS NULL
		UNION ALL
		SELECT 2, printf('%s is outside %s (%s to %s)', j."on", j."phase", j."starts_on",
			j."ends_on")
		WHERE j."on" < j."starts_on" OR j."on" > j."ends_on"
		UNION ALL
		SELECT 3, printf('%s is before "%s", which it waits for (%s)', j."on", "title",
			"reached_on")
		FROM (SELECT b."title", b."state", coalesce(
				iif(b."state" = 'accepted', b."actual_on", NULL),
				b."forecast_on", b."baseline_on") AS "reached_on"
			FROM "dependency" d JOIN "milestone" b ON b."id" = d."from"
			WHERE d."to" = j."id")
		WHERE "state" IS NOT 'dropped' AND "reached_on" > j."on"
		ORDER BY 1, 2)),
	json_object('on', j."on", 'phase', j."phase", 'starts_on', j."starts_on",
		'ends_on', j."ends_on", 'later_predecessors', j."late")
FROM "judged" j
WHERE j."on" IS NULL OR j."late" > 0 OR j."on" < j."starts_on" OR j."on" > j."ends_on"
