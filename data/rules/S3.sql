-- SPDX-License-Identifier: MIT
-- id: S3
-- severity: warning
-- about: person
-- title: Influential doubt without a plan
-- meaning: Somebody whose view sways others is not convinced, and nothing is planned to change that
--   before they would be spoken to again. What is not answered spreads.
-- response: Plan one action for this person within their cadence, about what they fear to lose, in
--   the channel they prefer, and with help from somebody whose view counts with them.
-- An action for their whole group counts; one that is overdue does not, because it did not happen.
WITH "limit" ("influence", "cadence_days") AS MATERIALIZED (
	SELECT setting('influence_high'), setting('cadence_default_days')),
"own" AS (
	SELECT "stakeholder", min("due_on") AS "due_on" FROM "engagement"
	WHERE "stakeholder" IS NOT NULL AND "done_on" IS NULL AND "due_on" >= :today
	GROUP BY "stakeholder"),
"shared" AS (
	SELECT "group", min("due_on") AS "due_on" FROM "engagement"
	WHERE "stakeholder" IS NULL AND "group" IS NOT NULL AND "done_on" IS NULL
		AND "due_on" >= :today
	GROUP BY "group"),
"doubter" AS (
	SELECT s."id", s."name", s."influence", s."attitude", s."cadence_days", s."owner",
		l."influence" AS "threshold",
		coalesce(s."cadence_days", l."cadence_days") AS "window_days",
		coalesce(min(p."due_on", g."due_on"), p."due_on", g."due_on") AS "next_on"
	FROM "limit" l CROSS JOIN "stakeholder" s
		LEFT JOIN "own" p ON p."stakeholder" = s."id"
		LEFT JOIN "shared" g ON g."group" = s."group"
	WHERE s."active" IS NOT 0 AND s."influence" >= l."influence"
		AND s."attitude" IN ('mixed', 'resistant')),
"unanswered" AS (
	SELECT *, date(:today, '+' || "window_days" || ' days') AS "window_ends_on" FROM "doubter"
	WHERE "next_on" IS NULL OR julianday("next_on") > julianday(:today) + "window_days")
SELECT 'stakeholder', u."id", u."name",
	printf('influence %d, %s, and no engagement action due by %s%s', u."influence",
		u."attitude", u."window_ends_on",
		CASE WHEN u."next_on" IS NULL THEN '' ELSE ': the next is due ' || u."next_on" END),
	json_object('influence', u."influence", 'influence_high', u."threshold",
		'attitude', u."attitude", 'cadence_days', u."cadence_days",
		'window_days', u."window_days", 'window_ends_on', u."window_ends_on",
		'next_action_on', u."next_on", 'owner', o."name")
FROM "unanswered" u LEFT JOIN "stakeholder" o ON o."id" = u."owner"
