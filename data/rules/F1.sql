-- SPDX-License-Identifier: MIT
-- id: F1
-- severity: error
-- about: readiness
-- uses: readiness
-- title: The leaders are not ready to be followed
-- meaning: Leaders who want different things from OKRs, or want them for others only, will be
--   found out by the first team that asks. Training teams before that is settled trains them in
--   cynicism.
-- response: Hold the gate: no team training and no launch before a milestone proves that the
--   leaders agree. Put that milestone on the roadmap, and watch the risk of leadership drift.
-- What trains or launches and has begun before the calibration is proven stands beside it.
WITH "fired" AS (
	SELECT * FROM "area_state"
	WHERE "area" = 'leadership' AND ("state" = 'red' OR "misaligned" > 0)),
"calibration" AS (
	SELECT "id", "title", "state" FROM "milestone"
	WHERE "state" IS NOT 'dropped'
		AND ("key" = 'leadership-calibration' OR "because" LIKE 'F1:%'))
SELECT 'question', 'leadership', 'Leadership',
	CASE WHEN a."state" = 'red' THEN 'red' ELSE 'not red, but misaligned' END ||
	printf(': %d of %d questions red, %d misaligned', a."reds", a."questions", a."misaligned"),
	json_object('area', a."area", 'state', a."state", 'mean', round(a."mean", 2),
		'red', a."reds", 'misaligned', a."misaligned", 'questions', a."questions",
		'spread_misaligned', setting('spread_misaligned'))
FROM "fired" a
UNION ALL
SELECT 'milestone', m."id", m."title",
	printf('%s before the leaders are calibrated', replace(m."state", '_', ' ')),
	json_object('state', m."state", 'workstream', w."name",
		'gate', (SELECT "title" FROM "calibration" LIMIT 1))
FROM "fired" JOIN "milestone" m LEFT JOIN "workstream" w ON w."id" = m."workstream"
WHERE m."state" IN ('in_progress', 'claimed') AND m."kind" IN ('training', 'launch')
	AND m."override_reason" IS NULL
	AND m."id" NOT IN (SELECT "id" FROM "calibration")
	AND NOT EXISTS (SELECT 1 FROM "calibration" c WHERE c."state" = 'accepted')
