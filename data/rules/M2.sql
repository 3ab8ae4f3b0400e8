-- SPDX-License-Identifier: MIT
-- id: M2
-- severity: warning
-- about: roadmap
-- title: Milestone that reports an activity
-- meaning: That something was delivered, held or sent says nothing about whether anybody decides
--   differently since; it is called a success on the day the work begins.
-- response: Say who does what: "managers have drafted their team's objectives and run a check-in", or
--   add a criterion that says it.
-- wording() is src/rules/wording.c; a criterion that is fine by itself mends the title.
-- Grouped by milestone, so that asking about one judges that one.
WITH "judged" AS (
	SELECT m."id", m."title", m."state", count(e."id") AS "criteria",
		wording(m."title", group_concat(e."criterion", char(10))) AS "wording"
	FROM "milestone" m LEFT JOIN "evidence" e ON e."milestone" = m."id"
	WHERE m."state" IS NOT 'dropped' AND m."state" IS NOT 'accepted'
	GROUP BY m."id")
SELECT 'milestone', j."id", j."title",
	CASE j."wording"
		WHEN 'activity' THEN 'describes an activity with nothing after it'
		WHEN 'no_actor' THEN 'names a behaviour, but nobody who does it'
		ELSE 'names no behaviour' END ||
		iif(j."criteria" > 0, ', and no criterion mends that', ''),
	json_object('wording', j."wording", 'state', j."state", 'criteria',
		j."criteria")
FROM "judged" j
WHERE j."wording" IS NOT NULL
