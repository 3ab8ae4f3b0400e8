-- SPDX-License-Identifier: MIT
-- id: F2
-- severity: warning
-- uses: readiness
-- title: Managers have no room for another rhythm
-- meaning: Where managers are already full, a full-size first cycle is filled in at night and
--   believed by nobody.
-- response: Make the first cycle simple: one objective and at most three key results a team,
--   check-ins every two weeks, and waves of half the size.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s', s."state", s."mean", s."known",
		iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), '')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'))
FROM "question_state" s
WHERE s."key" = 'manager-capacity' AND s."state" IN ('red', 'amber')
