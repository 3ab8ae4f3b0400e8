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
SELECT 'question', f."id", f."prompt",
	printf('%s; %d team%s and %d %s to engage first', f."message", n."teams",
		iif(n."teams" = 1, '', 's'), n."people", iif(n."people" = 1, 'person', 'people')),
	json_set(f."facts", '$.teams', n."teams", '$.people', n."people")
FROM "question_finding" f, (
	SELECT (SELECT count(*) FROM "team" WHERE "stance" = 'resistant') AS "teams",
		(SELECT count(*) FROM "stakeholder" WHERE "active" IS NOT 0 AND
			"attitude" IN ('mixed', 'resistant') AND
			"influence" >= setting('influence_high')) AS "people") n
WHERE f."key" = 'expected-resistance' AND f."state" IN ('red', 'amber')
