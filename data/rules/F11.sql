-- SPDX-License-Identifier: MIT
-- id: F11
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: Resistance is expected
-- meaning: Who expects to lose something will say so at the launch, to everybody, unless they
--   were heard before.
-- response: Before the launch, plan an engagement action for each team and each person who is
--   expected to resist, about what they fear to lose.
-- The people stand in the register; a finding names only how many, because it may be exported.
-- They are counted only where the question is found, since the register may be long.
WITH "found" AS MATERIALIZED (
	SELECT f."id", f."prompt", f."message", f."facts",
		(SELECT count(*) FROM "team" WHERE "stance" = 'resistant') AS "teams",
		(SELECT count(*) FROM "stakeholder" WHERE "active" IS NOT 0 AND
			"attitude" IN ('mixed', 'resistant') AND
			"influence" >= setting('influence_high')) AS "people"
	FROM "question_finding" f
	WHERE f."key" = 'expected-resistance' AND f."state" IN ('red', 'amber')
)
SELECT 'question', "id", "prompt",
	printf('%s; %d team%s and %d %s to engage first', "message", "teams",
		iif("teams" = 1, '', 's'), "people", iif("people" = 1, 'person', 'people')),
	json_set("facts", '$.teams', "teams", '$.people', "people")
FROM "found"
