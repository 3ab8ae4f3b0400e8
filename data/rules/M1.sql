-- SPDX-License-Identifier: MIT
-- id: M1
-- severity: error
-- about: roadmap
-- title: Milestone that cannot be proven
-- meaning: Without a criterion nobody can tell whether the milestone was reached, and it will be
--   called done because its date has passed.
-- response: Write down what would convince a doubter: who does what differently, where that can be
--   seen, and who looks.
-- Accepted milestones count: accepting without a criterion is the case this rule is about.
SELECT 'milestone', m."id", m."title",
	CASE WHEN m."state" IS 'accepted' THEN 'accepted without an evidence criterion'
		WHEN m."expected_on" IS NOT NULL
		THEN printf('no evidence criterion; expected %s', m."expected_on")
		ELSE 'no evidence criterion' END,
	json_object('criteria', 0, 'state', m."state", 'forecast_on', m."expected_on",
		'owner', o."name")
FROM (SELECT *, milestone_now('expected', "id") AS "expected_on" FROM "milestone") m
	LEFT JOIN "stakeholder" o ON o."id" = m."owner"
WHERE m."state" IS NOT 'dropped' AND m."id" NOT IN (SELECT "milestone" FROM "evidence")
