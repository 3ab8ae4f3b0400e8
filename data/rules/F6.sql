-- SPDX-License-Identifier: MIT
-- id: F6
-- severity: warning
-- uses: readiness
-- title: People do not feel safe to miss
-- meaning: Where a missed number can hurt its owner, people set what they are sure of and hide
--   what goes wrong.
-- response: Plan an intervention with an owner: key results stay out of appraisal for two cycles,
--   and leaders review their own misses first.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s', s."state", s."mean", s."known",
		iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), '')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'))
FROM "question_state" s
WHERE s."key" = 'psychological-safety' AND s."state" IN ('red', 'amber')
