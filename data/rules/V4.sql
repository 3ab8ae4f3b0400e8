-- SPDX-License-Identifier: MIT
-- id: V4
-- severity: warning
-- about: cadence
-- title: Tick-box reviews
-- meaning: Meetings are held and nothing comes of them: no decision, no action, no blocker. Figures are
--   read out because the calendar says so.
-- response: Begin the next one with what is blocked and what must be decided; where there is truly
--   nothing, hold it less often.
-- alarm: none: it follows from what was recorded
-- A blocker of the team that was raised on the day of the meeting came of it. A meeting of today may
-- still bring something.
WITH "occasion" AS (
	SELECT m."forum", m."on", row_number() OVER (PARTITION BY m."forum"
		ORDER BY m."on" DESC, m."id" DESC) AS "back",
		EXISTS (SELECT 1 FROM "decision" d WHERE d."meeting" = m."id")
		OR EXISTS (SELECT 1 FROM "action" a WHERE a."meeting" = m."id")
		OR EXISTS (SELECT 1 FROM "blocker" b WHERE b."raised_on" = m."on"
			AND (b."team" IS f."team" OR f."team" IS NULL)) AS "fruitful"
	FROM "meeting" m JOIN "forum" f ON f."id" = m."forum"
	WHERE m."on" < :today AND m."held" IS NOT 0
		AND (m."notes" IS NOT NULL OR m."confidence" IS NOT NULL
			OR EXISTS (SELECT 1 FROM "attendance" a WHERE a."meeting" = m."id")
			OR EXISTS (SELECT 1 FROM "decision" d WHERE d."meeting" = m."id")
			OR EXISTS (SELECT 1 FROM "action" a WHERE a."meeting" = m."id")))
SELECT 'forum', f."id", f."name",
	printf('nothing came of the last %d meetings: %s', count(*), group_concat(o."on", ', ')),
	json_object('since_on', max(o."on"), 'readings', json_group_array(o."on"))
FROM "occasion" o JOIN "forum" f ON f."id" = o."forum"
WHERE o."back" <= setting('empty_meetings')
GROUP BY f."id" HAVING count(*) = setting('empty_meetings') AND sum(o."fruitful") = 0
