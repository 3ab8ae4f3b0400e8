-- SPDX-License-Identifier: MIT
-- id: F3
-- severity: warning
-- uses: readiness
-- title: Key results would rest on numbers that nobody has
-- meaning: A key result on a measure that does not exist yet turns the first check-ins into
--   arguments about data.
-- response: Use only measures that exist today in the pilot, and prove a milestone that baselines
--   them before the pilot starts.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s', s."state", s."mean", s."known",
		iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), '')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'))
FROM "question_state" s
WHERE s."key" = 'measurement' AND s."state" IN ('red', 'amber')
