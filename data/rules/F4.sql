-- SPDX-License-Identifier: MIT
-- id: F4
-- severity: warning
-- uses: readiness
-- title: No review rhythm to bolt OKRs on to
-- meaning: Where plans are not reviewed today, OKRs do not bring reviews with them; they join
--   what is ignored.
-- response: First get an existing forum to review something every time it meets; put a milestone
--   for that before OKRs enter it.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s', s."state", s."mean", s."known",
		iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), '')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'))
FROM "question_state" s
WHERE s."key" = 'planning-discipline' AND s."state" IN ('red', 'amber')
