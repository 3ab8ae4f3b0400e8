-- SPDX-License-Identifier: MIT
-- id: M7
-- severity: warning
-- about: roadmap
-- title: Milestone without news
-- meaning: Work that nobody has reported on or checked for longer than a slice has stopped, or goes on
--   without anybody who looks.
-- response: Ask its owner what has happened since; record the new date or the check, or drop it.
-- News are a claim and what came of it, a check of its evidence, and a report that moved what is
-- expected; each counts on the day that it bears itself. A report that says the same again is none.
-- Silence begins with the milestone: when it could start, and not before its slice.
WITH "open" AS (
	SELECT m."id", m."title", m."state", m."owner",
		max(milestone_now('ready', m."id"), coalesce(s."starts_on", '')) AS "begins_on",
		coalesce(julianday(s."ends_on") - julianday(s."starts_on") + 1,
			setting('window_days')) AS "most"
	FROM "milestone" m LEFT JOIN "slice" s ON s."id" = m."slice"
	WHERE m."state" IN ('planned', 'in_progress', 'claimed')),
"silent" AS (
	SELECT o.*, max("begins_on", coalesce((SELECT max("day") FROM (
		SELECT max(e."checked_on") AS "day" FROM "evidence" e
		WHERE e."milestone" = o."id" AND e."checked_on" <= :today
		UNION ALL
		SELECT max(c."on") FROM "claim" c WHERE c."milestone" = o."id" AND c."on" <= :today
		UNION ALL
		SELECT max(c."verdict_on") FROM "claim" c
		WHERE c."milestone" = o."id" AND c."verdict_on" <= :today
		UNION ALL
		SELECT max(f."on") FROM (
			SELECT "on", "forecast_on", lag("forecast_on") OVER (ORDER BY "on", "id") AS "before"
			FROM "forecast" WHERE "milestone" = o."id" AND "on" <= :today) f
		WHERE f."forecast_on" IS NOT f."before")), '')) AS "news_on"
	FROM "open" o
	WHERE "begins_on" < :today AND julianday(:today) - julianday("begins_on") > "most")
SELECT 'milestone', m."id", m."title",
	printf('%s, no progress or check since %s, %d days', replace(m."state", '_', ' '),
		m."news_on", julianday(:today) - julianday(m."news_on")),
	json_object('state', m."state", 'news_on', m."news_on",
		'days', CAST(julianday(:today) - julianday(m."news_on") AS INTEGER),
		'days_most', CAST(m."most" AS INTEGER), 'owner', o."name")
FROM "silent" m LEFT JOIN "stakeholder" o ON o."id" = m."owner"
WHERE julianday(:today) - julianday(m."news_on") > m."most"
