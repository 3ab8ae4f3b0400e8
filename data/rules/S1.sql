-- SPDX-License-Identifier: MIT
-- id: S1
-- severity: warning
-- about: person
-- title: Nobody in a group
-- meaning: A part of the organisation that the register does not show is a part nobody talks to;
--   its objections then arrive at launch, when the design can no longer take them in.
-- response: Name at least one person or group of people who plays this part and give them an owner;
--   if the rollout really has none, waive the finding with the reason.
-- A register without anybody lacks all the groups, and says so for each.
WITH "part" ("group", "label") AS (VALUES
	('executive_sponsor', 'executive sponsor'),
	('strategy_owner', 'strategy owner'),
	('functional_lead', 'functional lead'),
	('coach', 'coach or champion'),
	('end_user', 'end user'),
	('enabling_function', 'enabling function'),
	('external_partner', 'external partner')),
"gone" AS (
	SELECT "group", count(*) AS "count" FROM "stakeholder" WHERE "active" IS 0 GROUP BY "group")
SELECT 'group', p."group", p."label",
	CASE WHEN g."count" > 0
		THEN printf('nobody active is recorded as %s: %d left', p."label", g."count")
		ELSE printf('nobody is recorded as %s', p."label") END,
	json_object('group', p."group", 'active', 0, 'left', coalesce(g."count", 0))
FROM "part" p LEFT JOIN "gone" g ON g."group" = p."group"
WHERE p."group" NOT IN (
	SELECT "group" FROM "stakeholder" WHERE "group" IS NOT NULL AND "active" IS NOT 0)
