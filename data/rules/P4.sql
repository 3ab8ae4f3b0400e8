-- SPDX-License-Identifier: MIT
-- id: P4
-- severity: error
-- about: roadmap
-- uses: readiness
-- title: Launch that does not wait for what it waits for
-- meaning: Who trains or launches before the leaders agree, before a wave's gate is passed or before what the
--   launch needs is there, carries what is unsettled at the top into every team.
-- response: Move the launch behind what it waits for (rollout plan offers the first day on which that can be), or
--   pass the gate, with conditions if need be, or by an override with the reason.
-- wave_now() is src/programme/delivery/wave_facts.c.
WITH "calibration" AS (
	SELECT "id", "title", milestone_now('expected', "id") AS "on" FROM "milestone"
	WHERE "state" IS NOT 'dropped' AND "state" IS NOT 'accepted'
		AND ("key" = 'leadership-calibration' OR "because" LIKE 'F1:%')
		AND EXISTS (SELECT 1 FROM "area_state" WHERE "area" = 'leadership'
			AND ("state" = 'red' OR "misaligned" > 0))
	ORDER BY "on" DESC LIMIT 1),
"open" AS (
	SELECT "id", "title", "kind", "wave", milestone_now('expected', "id") AS "on" FROM "milestone"
	WHERE "kind" IN ('training', 'launch') AND "state" IN ('planned', 'in_progress', 'claimed')
		AND "override_reason" IS NULL),
"gate" AS (
	SELECT w."id", w."number", coalesce(w."name", 'wave ' || w."number") AS "name", w."launches_on", w."launched_on",
		g."title" AS "gate", milestone_now('expected', g."id") AS "gate_on",
		wave_now('passed', w."number") = 0 AND g."override_reason" IS NULL AS "open"
	FROM "wave" w JOIN "milestone" g ON g."id" = w."gate" WHERE g."state" IS NOT 'dropped'),
"awaited" AS (
	SELECT b."title", milestone_now('expected', b."id") AS "on" FROM "open" m
		JOIN "dependency" d ON d."to" = m."id" JOIN "milestone" b ON b."id" = d."from"
	WHERE m."kind" = 'launch' AND coalesce(m."wave", 0) = 0
		AND b."state" NOT IN ('accepted', 'dropped')
	ORDER BY "on" DESC LIMIT 1)
SELECT 'milestone', o."id", o."title",
	printf('expected on %s, before "%s", expected on %s', o."on", c."title", c."on"),
	json_object('on', o."on", 'calibration', c."title", 'calibration_on', c."on")
FROM "open" o JOIN "calibration" c ON o."on" < c."on" AND o."id" <> c."id"
UNION ALL
SELECT 'wave', "id", "name",
	CASE WHEN "launched_on" IS NOT NULL THEN printf('launched on %s while "%s" is open', "launched_on", "gate")
		ELSE printf('planned for %s, before its gate "%s", expected on %s', "launches_on", "gate", "gate_on") END,
	json_object('launches_on', coalesce("launched_on", "launches_on"), 'gate', "gate", 'gate_on', "gate_on")
FROM "gate"
WHERE "open" AND ("launched_on" IS NOT NULL OR "launches_on" < "gate_on")
UNION ALL
SELECT 'programme', p."id", p."name",
	printf('the launch on %s stands before "%s", which it waits for, expected on %s', p."launches_on", a."title", a."on"),
	json_object('launches_on', p."launches_on", 'waits_for', a."title", 'expected_on', a."on")
FROM "programme" p JOIN "awaited" a ON p."launches_on" < a."on"
