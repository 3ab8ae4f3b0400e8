-- SPDX-License-Identifier: MIT
-- id: M4
-- severity: error
-- about: roadmap
-- title: Milestone whose date cannot hold
-- meaning: A milestone without a date, outside its phase, or due before something it waits for is a
--   promise that the plan itself already breaks.
-- response: Move the milestone or what it waits for, or give it to the phase in which it really falls.
-- forecast() is src/programme/delivery/reckoned.c: the day the schedule expects, which working days, phases
-- and predecessors may put later than the one that was entered. "on" is what was promised, where
-- only working days are given the day they lead to; "expected_on" what others have to wait for.
-- Nothing is grouped, so that asking about one milestone reads that one.
WITH "dated" AS NOT MATERIALIZED (
	SELECT "id", "title", "state", "phase",
		coalesce("forecast_on", "baseline_on",
			iif("work_days" IS NULL, NULL, forecast('milestone', "id"))) AS "on",
		max(coalesce(forecast('milestone', "id"), ''),
			coalesce(iif("state" = 'accepted', "actual_on", NULL), "forecast_on",
				"baseline_on", '')) AS "expected_on"
	FROM "milestone" WHERE "state" IS NOT 'dropped'),
"judged" AS (
	SELECT m."id", m."title", m."on", m."expected_on", p."name" AS "phase", p."starts_on",
		p."ends_on", (SELECT count(*) FROM "dependency" d JOIN "dated" b ON b."id" = d."from"
			WHERE d."to" = m."id" AND b."expected_on" > m."on") AS "late"
	FROM "dated" m LEFT JOIN "phase" p ON p."id" = m."phase"
	WHERE m."state" IS NOT 'accepted')
SELECT 'milestone', j."id", j."title",
	(SELECT group_concat("message", '; ') FROM (
		SELECT 1 AS "place", 'no date' AS "message" WHERE j."on" IS NULL
		UNION ALL
		SELECT 2, printf('%s is outside %s (%s to %s)', j."on", j."phase", j."starts_on",
			j."ends_on")
		WHERE j."on" < j."starts_on" OR j."on" > j."ends_on"
		UNION ALL
		SELECT 3, printf('the schedule expects it on %s, outside %s (%s to %s)',
			j."expected_on", j."phase", j."starts_on", j."ends_on")
		WHERE j."late" = 0 AND j."on" <= j."ends_on" AND j."expected_on" > j."ends_on"
		UNION ALL
		SELECT 4, printf('%s is before "%s", which it waits for (%s%s)', j."on", b."title",
			b."expected_on", iif(b."expected_on" IS b."on" OR b."state" = 'accepted', '',
				' by the schedule'))
		FROM "dependency" d JOIN "dated" b ON b."id" = d."from"
		WHERE d."to" = j."id" AND b."expected_on" > j."on"
		ORDER BY 1, 2)),
	json_object('on', j."on", 'expected_on', j."expected_on", 'phase', j."phase",
		'starts_on', j."starts_on", 'ends_on', j."ends_on", 'later_predecessors', j."late")
FROM "judged" j
WHERE j."on" IS NULL OR j."late" > 0 OR j."on" < j."starts_on" OR j."on" > j."ends_on"
	OR j."expected_on" > j."ends_on"
