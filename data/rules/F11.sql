-- SPDX-License-Identifier: MIT
-- id: F11
-- severity: warning
-- uses: readiness
-- title: Resistance is expected
-- meaning: Who expects to lose something will say so at the launch, to everybody, unless they
--   were heard before.
-- response: Before the launch, plan an engagement action for each team and each person who is
--   expected to resist, about what they fear to lose.
-- The people stand in the register; a finding names only how many, because it may be exported.
SELECT 'question', s."id", s."prompt",
	printf('%s with a mean of %.1f over %d answer%s%s; %d team%s and %d %s to engage first',
		s."state", s."mean", s."known", iif(s."known" = 1, '', 's'),
		iif(s."misaligned", printf('; they lie %d apart', s."spread"), ''), n."teams",
		iif(n."teams" = 1, '', 's'), n."people",
		iif(n."people" = 1, 'person', 'people')),
	json_object('question', s."key", 'area', s."area", 'state', s."state",
		'mean', round(s."mean", 2), 'answers', s."known", 'not_known', s."not_known",
		'spread', s."spread", 'red_mean', setting('readiness_red_mean'),
		'amber_mean', setting('readiness_amber_mean'), 'teams', n."teams",
		'people', n."people")
FROM "question_state" s, (
	SELECT (SELECT count(*) FROM "team" WHERE "stance" = 'resistant') AS "teams",
		(SELECT count(*) FROM "stakeholder" WHERE "active" IS NOT 0 AND
			"attitude" IN ('mixed', 'resistant') AND
			"influence" >= setting('influence_high')) AS "people") n
WHERE s."key" = 'expected-resistance' AND s."state" IN ('red', 'amber')
