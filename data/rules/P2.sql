-- SPDX-License-Identifier: MIT
-- id: P2
-- severity: warning
-- about: roadmap
-- uses: phases
-- title: Pilot that changed nothing
-- meaning: A pilot after which the design is the same was a rehearsal: nothing that went wrong in it
--   will go better with more teams.
-- response: Collect what the pilot teams would do differently, change the design, and record each as a
--   lesson with its change and the day it took effect.
-- A lesson without a phase counts for the pilot when it was written down in it.
WITH "counted" AS (
	SELECT p."id", p."name", p."left_on", count(l."id") AS "lessons",
		coalesce(sum(l."change" IS NOT NULL AND l."applied_on" <= :today), 0) AS "applied"
	FROM "left_phase" p LEFT JOIN "lesson" l ON l."kind" IS NOT 'win' AND (l."phase" = p."id"
		OR (l."phase" IS NULL AND l."on" BETWEEN p."starts_on" AND max(p."ends_on", p."left_on")))
	WHERE p."name" = 'pilot'
	GROUP BY p."id")
SELECT 'phase', "id", "name",
	printf('left on %s with %d lesson%s, %d of which changed the design', "left_on", "lessons",
		iif("lessons" = 1, '', 's'), "applied"),
	json_object('lessons', "lessons", 'applied', "applied",
		'pilot_lessons_min', setting('pilot_lessons_min'), 'left_on', "left_on")
FROM "counted"
WHERE "applied" < setting('pilot_lessons_min')
