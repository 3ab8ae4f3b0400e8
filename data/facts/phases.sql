-- SPDX-License-Identifier: MIT
-- Phases that are left, as of :today.
--
-- "left_phase": a phase is left when the next one begins or all its gates are accepted, whichever is
--   first; the last one also when it is over. "left_on": that day.
"left_phase" AS (
	SELECT * FROM (
		SELECT p."id", p."name", p."starts_on", p."ends_on", min(
			coalesce(n."starts_on", iif(p."ends_on" < :today, p."ends_on", '9999-12-31')),
			coalesce((SELECT max(coalesce(m."actual_on", :today)) FROM "milestone" m
				WHERE m."phase" = p."id" AND m."kind" = 'gate' AND m."state" IS NOT 'dropped'
				HAVING min(m."state" = 'accepted')), '9999-12-31')) AS "left_on"
		FROM "phase" p LEFT JOIN "phase" n ON n."id" = (SELECT f."id" FROM "phase" f
			WHERE f."starts_on" > p."starts_on" ORDER BY f."starts_on" LIMIT 1))
	WHERE "left_on" <= :today)
