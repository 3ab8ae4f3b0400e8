-- SPDX-License-Identifier: MIT
-- id: F7
-- severity: warning
-- uses: readiness
-- title: Nobody may say that something should stop
-- meaning: Where challenge is unwelcome every new objective is added to the old work, and the
--   important one drowns.
-- response: Plan an intervention with an owner: a limit on priorities, and a session that decides
--   what stops.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s', s."state", s."mean", s."known",
		iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), '')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'))
FROM "question_state" s
WHERE s."key" = 'tolerance-of-challenge' AND s."state" IN ('red', 'amber')
