-- SPDX-License-Identifier: MIT
-- id: M7
-- severity: warning
-- about: roadmap
-- title: Milestone without news
-- meaning: Work that nobody has reported on or checked for longer than a slice has stopped, or goes on
--   without anybody who looks.
-- response: Ask its owner what has happened since; record the new forecast or the check, or drop it.
-- News are a check of its evidence, a new forecast, a claim and what came of it, and the day on which
-- its state was changed; without any, the start of its slice or phase.
WITH "open" AS (
	SELECT m."id", m."title", m."state", m."owner", coalesce(
		(SELECT max("day") FROM (
			SELECT max(e."checked_on") AS "day" FROM "evidence" e
			WHERE e."milestone" = m."id" AND e."checked_on" <= :today
			UNION ALL
			SELECT max(f."on") FROM "forecast" f
			WHERE f."milestone" = m."id" AND f."on" <= :today
			UNION ALL
			SELECT max(coalesce(c."verdict_on", c."on")) FROM "claim" c
			WHERE c."milestone" = m."id" AND c."on" <= :today
			UNION ALL
			SELECT max(date(t."at")) FROM "change" c JOIN "step" t ON t."id" = c."step"
			WHERE c."kind" <> 'insert' AND c."record" = m."id"
				AND c."type" = 'milestone' AND c."field" = 'state'
				AND t."state" = 0 AND date(t."at") <= :today)),
		s."starts_on", p."starts_on") AS "news_on"
	FROM "milestone" m LEFT JOIN "slice" s ON s."id" = m."slice"
		LEFT JOIN "phase" p ON p."id" = m."phase"
	WHERE m."state" IN ('in_progress', 'claimed') OR (m."state" = 'planned'
		AND coalesce(m."forecast_on", m."baseline_on") < :today))
SELECT 'milestone', m."id", m."title",
	printf('%s, no progress or check since %s, %d days', replace(m."state", '_', ' '),
		m."news_on", julianday(:today) - julianday(m."news_on")),
	json_object('state', m."state", 'news_on', m."news_on",
		'days', CAST(julianday(:today) - julianday(m."news_on") AS INTEGER),
		'slice_days_max', setting('slice_days_max'), 'owner', o."name")
FROM "open" m LEFT JOIN "stakeholder" o ON o."id" = m."owner"
WHERE julianday(:today) - julianday(m."news_on") > setting('slice_days_max')
