-- SPDX-License-Identifier: MIT
-- id: S7
-- severity: notice
-- about: person
-- title: Power over delivery, treated as audience
-- meaning: Whoever can slow decisions, bend priorities or ignore the cadence is part of how
--   delivery works. Telling them about the rollout is not enough; they have to take part in it.
-- response: Give them an engagement action of their own or a seat in a forum where something is
--   decided.
-- An action counts whether done or not, but only if it names them: one for the whole group is aimed
-- at an audience. Chairing a forum is a seat in it.
SELECT 'stakeholder', s."id", s."name",
	printf('can %s, but has no engagement action of their own and no seat in a forum', substr(
		CASE WHEN s."can_slow_decisions" THEN ', slow decisions' ELSE '' END
		|| CASE WHEN s."can_reinterpret_priorities" THEN ', reinterpret priorities'
			ELSE '' END
		|| CASE WHEN s."can_ignore_cadence" THEN ', ignore the cadence' ELSE '' END, 3)),
	json_object(
		'can_slow_decisions',
			json(CASE WHEN s."can_slow_decisions" THEN 'true' ELSE 'false' END),
		'can_reinterpret_priorities',
			json(CASE WHEN s."can_reinterpret_priorities" THEN 'true' ELSE 'false' END),
		'can_ignore_cadence',
			json(CASE WHEN s."can_ignore_cadence" THEN 'true' ELSE 'false' END),
		'engagement_actions', 0, 'forums', 0, 'owner', o."name")
FROM "stakeholder" s LEFT JOIN "stakeholder" o ON o."id" = s."owner"
WHERE s."active" IS NOT 0
	AND (s."can_slow_decisions" OR s."can_reinterpret_priorities" OR s."can_ignore_cadence")
	AND s."id" NOT IN (SELECT "stakeholder" FROM "engagement" WHERE "stakeholder" IS NOT NULL)
	AND s."id" NOT IN (SELECT "stakeholder" FROM "invitee")
	AND s."id" NOT IN (SELECT "chair" FROM "forum" WHERE "chair" IS NOT NULL)
