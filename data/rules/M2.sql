-- SPDX-License-Identifier: MIT
-- id: M2
-- severity: warning
-- title: Milestone that reports an activity
-- meaning: That something was delivered, held or sent says nothing about whether anybody decides
--   differently since; it is called a success on the day the work begins.
-- response: Say who does what: "managers have drafted their team's objectives and run a check-in", or
--   add a criterion that says it.
-- wording() is src/rules/wording.c; a criterion that is fine by itself mends the title.
WITH "judged" AS MATERIALIZED (
	SELECT m."id", m."title", m."state", wording(m."title", (
		SELECT group_concat(e."criterion", char(10)) FROM "evidence" e
		WHERE e."milestone" = m."id")) AS "wording"
	FROM "milestone" m
	WHERE m."state" IS NOT 'dropped' AND m."state" IS NOT 'accepted')
SELECT 'milestone', j."id", j."title",
	CASE j."wording"
		WHEN 'activity' THEN 'describes an activity with nothing after it'
		WHEN 'no_actor' THEN 'names a behaviour, but nobody who does it'
		ELSE 'names no behaviour' END ||
		iif(EXISTS (SELECT 1 FROM "evidence" e WHERE e."milestone" = j."id"),
			', and no criterion mends that', ''),
	json_object('wording', j."wording", 'state', j."state", 'criteria',
		(SELECT count(*) FROM "evidence" e WHERE e."milestone" = j."id"))
FROM "judged" j
WHERE j."wording" IS NOT NULL
