-- SPDX-License-Identifier: MIT
-- id: S2
-- severity: error
-- about: person
-- title: Stakeholder without an owner
-- meaning: A relationship that belongs to nobody is kept up by nobody. The owner is one named
--   person who is still here; a department cannot make a call.
-- response: Name the person who already has this stakeholder's ear and agree the cadence with them.
SELECT 'stakeholder', s."id", s."name",
	CASE WHEN o."id" IS NULL THEN 'nobody owns this relationship'
		WHEN o."active" IS 0 THEN printf('the owner %s has left', o."name")
		ELSE printf('the owner %s is a group, not a person', o."name") END,
	json_object('owner', o."name", 'owner_kind', o."kind",
		'owner_active', CASE WHEN o."id" IS NOT NULL
			THEN json(CASE WHEN o."active" IS 0 THEN 'false' ELSE 'true' END) END),
	CASE WHEN o."active" IS 0
		THEN printf('Hand the relationship over to a person who is here, and have %s '
			|| 'introduced to them within the week.', s."name")
		WHEN o."id" IS NOT NULL
		THEN printf('Choose one person from %s to own it.', o."name") END
FROM "stakeholder" s LEFT JOIN "stakeholder" o ON o."id" = s."owner"
WHERE s."active" IS NOT 0 AND (s."owner" IS NULL OR o."active" IS 0
	OR o."kind" IS 'group')
