-- SPDX-License-Identifier: MIT
-- id: F5
-- severity: warning
-- uses: readiness
-- title: Functions do not trust each other
-- meaning: A mandate from the centre would be read as one function's move against another.
-- response: Run the pilot in one willing business unit and let the others come and look before
--   anything is required of them.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s', s."state", s."mean", s."known",
		iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), '')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'))
FROM "question_state" s
WHERE s."key" = 'cross-functional-trust' AND s."state" = 'red'
