-- SPDX-License-Identifier: MIT
-- id: F8
-- severity: warning
-- uses: readiness
-- title: Too few people to help the teams
-- meaning: Teams that draft alone copy their task list into a form, and the first bad quarter
--   settles their opinion.
-- response: Train coaches before the next wave, and take no more teams into a wave than the
--   coaches can carry.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s', s."state", s."mean", s."known",
		iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), '')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'))
FROM "question_state" s
WHERE s."key" = 'coaching' AND s."state" IN ('red', 'amber')
