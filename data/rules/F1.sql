-- SPDX-License-Identifier: MIT
-- id: F1
-- severity: error
-- uses: readiness
-- title: The leaders are not ready to be followed
-- meaning: Leaders who want different things from OKRs, or want them for others only, will be
--   found out by the first team that asks. Training teams before that is settled trains them in
--   cynicism.
-- response: Hold the gate: no team training and no launch before a milestone proves that the
--   leaders agree. Put that milestone on the roadmap, and watch the risk of leadership drift.
SELECT 'question', 'leadership', 'Leadership',
	CASE WHEN a."state" = 'red' THEN 'red' ELSE 'not red, but misaligned' END ||
	printf(': %d of %d questions red, %d misaligned', a."reds", a."questions", a."misaligned"),
	json_object('area', a."area", 'state', a."state", 'mean', round(a."mean", 2),
		'red', a."reds", 'misaligned', a."misaligned", 'questions', a."questions",
		'spread_misaligned', setting('spread_misaligned'))
FROM "area_state" a
WHERE a."area" = 'leadership' AND (a."state" = 'red' OR a."misaligned" > 0)
