-- SPDX-License-Identifier: MIT
-- id: M3
-- severity: error
-- about: roadmap
-- title: Milestone without a person behind it
-- meaning: A date that belongs to nobody, to somebody who has left or to a department is a date
--   that nobody defends.
-- response: Agree with one person that they answer for the milestone and its date.
-- Nobody has to take over an accepted milestone whose owner left afterwards.
SELECT 'milestone', m."id", m."title",
	CASE WHEN o."id" IS NULL THEN 'nobody owns it'
		WHEN o."kind" IS 'group'
			THEN printf('the owner %s is a group, not a person', o."name")
		ELSE printf('the owner %s has left', o."name") END
	|| CASE WHEN m."expected_on" IS NULL THEN '' ELSE '; expected ' || m."expected_on" END,
	json_object('owner', o."name", 'owner_kind', o."kind",
		'owner_active', CASE WHEN o."id" IS NOT NULL
			THEN json(CASE WHEN o."active" IS 0 THEN 'false' ELSE 'true' END) END,
		'state', m."state", 'forecast_on', m."expected_on")
FROM (SELECT *, milestone_now('expected', "id") AS "expected_on" FROM "milestone") m
	LEFT JOIN "stakeholder" o ON o."id" = m."owner"
WHERE m."state" IS NOT 'dropped' AND m."state" IS NOT 'accepted'
	AND (o."id" IS NULL OR o."kind" IS 'group' OR o."active" IS 0)
