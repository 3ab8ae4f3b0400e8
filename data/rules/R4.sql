-- SPDX-License-Identifier: MIT
-- id: R4
-- severity: warning
-- about: raci
-- title: Too much on one role
-- meaning: A coach who does or answers for the work keeps teams from learning it, and any other
--   role that carries most of the decisions becomes the queue in front of them.
-- response: Move some of these rows to the role closest to the work, starting with the decisions
--   that are taken most often.
-- The coach is the role with the key team-coach, or, where there is none, any role with coach in
-- its name. The share is of all rows of the matrix.
WITH "limit" ("coach_percent", "other_percent", "activities", "has_key") AS MATERIALIZED (
	SELECT setting('raci_coach_share_percent'), setting('raci_role_share_percent'),
		(SELECT count(*) FROM "activity"),
		(SELECT count(*) FROM "role" WHERE "key" = 'team-coach')),
"load" AS (
	SELECT "role",
		count(DISTINCT "activity") FILTER (WHERE "letters" IN ('A','A/R')) AS "accountable",
		count(DISTINCT "activity") FILTER (WHERE "letters" IN ('R','A/R'))
			AS "responsible",
		count(DISTINCT "activity") FILTER (WHERE "letters" IN ('R', 'A', 'A/R')) AS "either"
	FROM "assignment" GROUP BY "role"),
"column" AS (
	SELECT r."id", r."name", n.*, l.*,
		CASE WHEN l."has_key" THEN r."key" IS 'team-coach'
			ELSE contains(r."name", 'coach') END AS "coach"
	FROM "limit" l CROSS JOIN "role" r JOIN "load" n ON n."role" = r."id")
SELECT 'role', "id", "name",
	CASE WHEN NOT "coach"
		THEN printf('R or A on %d of %d rows, more than %d%%', "either", "activities",
			"other_percent")
		WHEN "responsible" * 100 <= "activities" * "coach_percent"
		THEN printf('A on %d of %d rows; a coach answers for none', "accountable",
			"activities")
		WHEN "accountable" = 0
		THEN printf('R on %d of %d rows, more than %d%%', "responsible", "activities",
			"coach_percent")
		ELSE printf('R on %d of %d rows, more than %d%%, and A on %d', "responsible",
			"activities", "coach_percent", "accountable") END,
	json_object('coach', json(CASE WHEN "coach" THEN 'true' ELSE 'false' END),
		'rows', "activities", 'accountable', "accountable", 'responsible', "responsible",
		'responsible_or_accountable', "either",
		'limit_percent', CASE WHEN "coach" THEN "coach_percent" ELSE "other_percent" END),
	CASE WHEN "coach"
		THEN 'Let the teams and their leads do and answer for the work and make the coach '
			|| 'C; a coach who stays on the hook is never handed off.' END
FROM "column"
WHERE CASE WHEN "coach" THEN "accountable" > 0
		OR "responsible" * 100 > "activities" * "coach_percent"
	ELSE "either" * 100 > "activities" * "other_percent" END
