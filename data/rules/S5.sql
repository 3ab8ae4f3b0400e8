-- SPDX-License-Identifier: MIT
-- id: S5
-- severity: warning
-- about: person
-- title: Status out of date
-- meaning: What the register says about this stakeholder is a memory, not knowledge. Decisions that
--   rest on it rest on how things were.
-- response: Ask the owner whether the status still holds, then confirm or change it with today's
--   date.
-- A status without a date was never confirmed, so it fires as well.
WITH "limit" ("days", "since") AS MATERIALIZED (
	SELECT setting('status_stale_days'),
		date(:today, printf('-%d days', setting('status_stale_days')))),
"stale" AS (
	SELECT s."id", s."name", s."status_on", o."name" AS "owner", l."days" AS "limit_days",
		CAST(julianday(:today) - julianday(s."status_on") AS INTEGER) AS "days"
	FROM "limit" l CROSS JOIN "stakeholder" s LEFT JOIN "stakeholder" o ON o."id" = s."owner"
	WHERE s."active" IS NOT 0
		AND (s."status_on" IS NULL OR s."status_on" < l."since"))
SELECT 'stakeholder', "id", "name",
	CASE WHEN "status_on" IS NULL THEN 'status never confirmed'
		ELSE printf('status confirmed %s, %d day%s ago', "status_on", "days",
			CASE "days" WHEN 1 THEN '' ELSE 's' END) END,
	json_object('status_on', "status_on", 'days', "days", 'limit_days', "limit_days",
		'owner', "owner")
FROM "stale"
