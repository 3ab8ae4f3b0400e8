-- SPDX-License-Identifier: MIT
-- id: M4
-- severity: error
-- about: roadmap
-- title: Milestone whose date cannot hold
-- meaning: A milestone without a date, outside its phase, or due before something it waits for is a
--   promise that the plan itself already breaks.
-- response: Move the milestone or what it waits for, or give it to the phase in which it really falls.
-- milestone_now() is src/programme/delivery/milestone_facts.c. "on" is the date a person entered, else
-- what was promised last; "expected_on" is what others have to wait for. That a phase is left only
-- because today has come is no fault of the plan: "by_plan_on" is what is expected without that.
-- Nothing is grouped, so that asking about one milestone reads that one.
WITH "dated" AS NOT MATERIALIZED (
	SELECT "id", "title", "state", "phase", "forecast_on" AS "entered_on", "work_days",
		coalesce("forecast_on", milestone_now('due', "id")) AS "on",
		milestone_now('expected', "id") AS "expected_on",
		milestone_now('by_plan', "id") AS "by_plan_on"
	FROM "milestone" WHERE "state" IS NOT 'dropped'),
"placed" AS NOT MATERIALIZED (
	SELECT m.*, p."name" AS "phase_name", p."starts_on", p."ends_on",
		coalesce("entered_on", iif("by_plan_on" > p."ends_on", "expected_on", NULL))
			AS "phase_on",
		(SELECT count(*) FROM "dependency" d JOIN "dated" b ON b."id" = d."from"
			WHERE d."to" = m."id" AND b."expected_on" > m."on") AS "late"
	FROM "dated" m LEFT JOIN "phase" p ON p."id" = m."phase"
	WHERE m."state" IS NOT 'accepted')
SELECT 'milestone', j."id", j."title",
	(SELECT group_concat("message", '; ') FROM (
		SELECT 1 AS "place", 'no date' AS "message"
		WHERE j."on" IS NULL AND j."work_days" IS NULL
		UNION ALL
		SELECT 2, printf('%s is outside %s (%s to %s)', j."phase_on", j."phase_name",
			j."starts_on", j."ends_on")
		WHERE j."phase_on" < j."starts_on" OR j."phase_on" > j."ends_on"
		UNION ALL
		SELECT 3, printf('the schedule expects it on %s, outside %s (%s to %s)',
			j."expected_on", j."phase_name", j."starts_on", j."ends_on")
		WHERE j."late" = 0 AND j."by_plan_on" > j."ends_on"
			AND j."phase_on" > j."ends_on" IS NOT 1
		UNION ALL
		SELECT 4, printf('%s is before "%s", which it waits for (%s%s)', j."on", b."title",
			b."expected_on", iif(b."expected_on" IS b."on" OR b."state" = 'accepted', '',
				' by the schedule'))
		FROM "dependency" d JOIN "dated" b ON b."id" = d."from"
		WHERE d."to" = j."id" AND b."expected_on" > j."on"
		ORDER BY 1, 2)),
	json_object('on', j."on", 'expected_on', j."expected_on", 'phase', j."phase_name",
		'starts_on', j."starts_on", 'ends_on', j."ends_on", 'later_predecessors', j."late")
FROM "placed" j
WHERE (j."on" IS NULL AND j."work_days" IS NULL) OR j."late" > 0 OR j."phase_on" < j."starts_on"
	OR j."phase_on" > j."ends_on" OR j."by_plan_on" > j."ends_on"
