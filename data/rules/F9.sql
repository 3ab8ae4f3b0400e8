-- SPDX-License-Identifier: MIT
-- id: F9
-- severity: warning
-- uses: readiness
-- title: No examples to learn from
-- meaning: Without examples from this organisation, drafting becomes a debate about words.
-- response: Put a milestone for a playbook with real examples before drafting starts.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s', s."state", s."mean", s."known",
		iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), '')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'))
FROM "question_state" s
WHERE s."key" = 'playbooks' AND s."state" IN ('red', 'amber')
