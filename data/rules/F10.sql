-- SPDX-License-Identifier: MIT
-- id: F10
-- severity: warning
-- uses: readiness
-- title: The functions behind the rollout do not hand over to each other
-- meaning: People function, strategy, product and operations each think that another one answers
--   for the next step.
-- response: Make a RACI without errors a condition of the scale phase.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s', s."state", s."mean", s."known",
		iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), '')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'))
FROM "question_state" s
WHERE s."key" = 'handoffs' AND s."state" IN ('red', 'amber')
