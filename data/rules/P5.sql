-- SPDX-License-Identifier: MIT
-- id: P5
-- severity: warning
-- about: roadmap
-- title: Wave or team that nothing proves
-- meaning: A wave without an adoption milestone of its own is trained and forgotten; a team without a gate of its
--   own in embed is never handed over, and goes on leaning on the programme.
-- response: Give each wave a milestone that says what its teams do differently (field wave), and each team a gate in
--   embed (field team); rollout plan drafts both.
-- It goes by fields, never by words. Nothing is missed before there is a phase to miss it in.
SELECT 'wave', w."id", coalesce(w."name", 'wave ' || w."number"), 'no adoption milestone of its own in scale or embed',
	json_object('wave', w."number")
FROM "wave" w
WHERE EXISTS (SELECT 1 FROM "phase" WHERE "name" IN ('scale', 'embed'))
	AND NOT EXISTS (SELECT 1 FROM "milestone" m JOIN "phase" p ON p."id" = m."phase"
		WHERE m."wave" = w."number" AND m."kind" = 'adoption' AND m."state" IS NOT 'dropped'
			AND p."name" IN ('scale', 'embed'))
UNION ALL
SELECT 'team', t."id", t."name", 'no gate of its own in embed', json_object('team', t."name")
FROM "team" t
WHERE EXISTS (SELECT 1 FROM "phase" WHERE "name" = 'embed') AND t."ownership" IS NOT 'handed_off'
	AND NOT EXISTS (SELECT 1 FROM "milestone" m JOIN "phase" p ON p."id" = m."phase"
		WHERE m."team" = t."id" AND m."kind" = 'gate' AND m."state" IS NOT 'dropped'
			AND p."name" = 'embed')
