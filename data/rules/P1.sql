-- SPDX-License-Identifier: MIT
-- id: P1
-- severity: warning
-- about: roadmap
-- title: Phases and slices that do not fit
-- meaning: A slice that is too short has nothing to show, one that is too long hides trouble; phases
--   that overlap or leave a gap make two answers to the question where the rollout stands.
-- response: Cut the slice differently, or move the phase so that it begins the day after the one before.
WITH "follows" AS (
	SELECT "id", "name", "starts_on", lag("name") OVER "order" AS "before",
		lag("ends_on") OVER "order" AS "before_ends_on"
	FROM "phase" WINDOW "order" AS (ORDER BY "starts_on", "ends_on", "id")),
"sized" AS (
	SELECT s."id", s."name", s."starts_on", s."ends_on",
		CAST(julianday(s."ends_on") - julianday(s."starts_on") AS INTEGER) + 1 AS "days",
		p."name" AS "phase", s."starts_on" < p."starts_on" OR s."ends_on" > p."ends_on"
			AS "outside"
	FROM "slice" s JOIN "phase" p ON p."id" = s."phase")
SELECT 'slice' AS "type", "id", "name",
	CASE WHEN "days" < setting('slice_days_min') OR "days" > setting('slice_days_max')
		THEN printf('%d days long, not %d to %d%s', "days", setting('slice_days_min'),
			setting('slice_days_max'), iif("outside", '; not inside ' || "phase", ''))
		ELSE printf('not inside %s', "phase") END,
	json_object('days', "days", 'slice_days_min', setting('slice_days_min'),
		'slice_days_max', setting('slice_days_max'), 'phase', "phase",
		'starts_on', "starts_on", 'ends_on', "ends_on")
FROM "sized"
WHERE "days" < setting('slice_days_min') OR "days" > setting('slice_days_max') OR "outside"
UNION ALL
SELECT 'phase', "id", "name",
	CASE WHEN "starts_on" <= "before_ends_on"
		THEN printf('begins %s, before %s ends (%s)', "starts_on", "before", "before_ends_on")
		ELSE printf('begins %s, %d day%s after %s ends (%s)', "starts_on",
			julianday("starts_on") - julianday("before_ends_on") - 1,
			iif(date("before_ends_on", '+2 days') = "starts_on", '', 's'), "before",
			"before_ends_on") END,
	json_object('starts_on', "starts_on", 'before', "before", 'before_ends_on',
		"before_ends_on")
FROM "follows"
WHERE "before" IS NOT NULL AND "starts_on" IS NOT date("before_ends_on", '+1 day')
