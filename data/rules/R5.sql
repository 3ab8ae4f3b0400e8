-- SPDX-License-Identifier: MIT
-- id: R5
-- severity: error
-- about: raci
-- title: Role without a person
-- meaning: The matrix gives work or an answer to a role that no active person holds, so in practice
--   it gives it to nobody.
-- response: Name the people who hold the role, or move its letters to a role that somebody holds.
-- A group of people may do the work (R); to answer for it (A) takes a person.
WITH "load" AS (
	SELECT "role",
		count(DISTINCT "activity") FILTER (WHERE "letters" IN ('A','A/R')) AS "accountable",
		count(DISTINCT "activity") FILTER (WHERE "letters" IN ('R','A/R')) AS "responsible"
	FROM "assignment" WHERE "letters" IN ('R', 'A', 'A/R') GROUP BY "role"),
"held" AS (
	SELECT h."role", count(*) AS "holders", sum(s."active" IS 0) AS "gone",
		sum(s."active" IS NOT 0 AND s."kind" IS NOT 'group') AS "people",
		sum(s."active" IS NOT 0 AND s."kind" IS 'group') AS "groups"
	FROM "role_holder" h JOIN "stakeholder" s ON s."id" = h."stakeholder" GROUP BY h."role")
SELECT 'role', r."id", r."name",
	printf('%s, but %s', substr(
		CASE WHEN n."accountable" > 0 THEN printf(' and A on %d row%s', n."accountable",
			CASE n."accountable" WHEN 1 THEN '' ELSE 's' END) ELSE '' END
		|| CASE WHEN n."responsible" > 0 THEN printf(' and R on %d row%s', n."responsible",
			CASE n."responsible" WHEN 1 THEN '' ELSE 's' END) ELSE '' END, 6),
		CASE WHEN h."holders" IS NULL THEN 'nobody holds the role'
			WHEN h."groups" > 0 THEN 'only a group holds the role'
			ELSE 'everybody who held the role has left' END),
	json_object('accountable_rows', n."accountable", 'responsible_rows', n."responsible",
		'active_people', 0, 'active_groups', coalesce(h."groups", 0),
		'left', coalesce(h."gone", 0))
FROM "load" n JOIN "role" r ON r."id" = n."role" LEFT JOIN "held" h ON h."role" = r."id"
WHERE coalesce(h."people", 0) = 0 AND (n."accountable" > 0 OR coalesce(h."groups", 0) = 0)
