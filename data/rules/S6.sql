-- SPDX-License-Identifier: MIT
-- id: S6
-- severity: warning
-- about: person
-- title: Too many relationships in one hand
-- meaning: One person cannot keep this many relationships alive beside their work; the quiet ones
--   are dropped first, and those are often the ones that matter.
-- response: Hand the least urgent relationships to people who already know them, until the number
--   fits.
-- Nobody has to look after themselves: a record that is its own owner does not count. All are
-- counted in the index of owners, which has no word of who left; those few are counted apart.
WITH "limit" ("most") AS MATERIALIZED (SELECT setting('relationships_per_owner')),
"left" AS MATERIALIZED (
	SELECT s."owner", count(*) AS "held" FROM "stakeholder" s NOT INDEXED
	WHERE s."active" = 0 AND s."owner" <> s."id" GROUP BY s."owner"),
"named" AS (
	SELECT s."owner", count(*) AS "held" FROM "stakeholder" s
	WHERE s."owner" IS NOT NULL AND s."owner" <> s."id"
	GROUP BY s."owner" HAVING count(*) > (SELECT "most" FROM "limit")),
"load" AS (
	SELECT n."owner", n."held" - ifnull((SELECT g."held" FROM "left" g
		WHERE g."owner" = n."owner"), 0) AS "held"
	FROM "named" n)
SELECT 'stakeholder', n."owner", o."name",
	printf('owns %d relationships; %d is the most that one person can keep up', n."held",
		l."most"),
	json_object('relationships', n."held", 'limit', l."most"),
	printf('Hand %d of the relationships that %s owns to people who already know them, the '
		|| 'least urgent first.', n."held" - l."most", o."name")
FROM "load" n JOIN "stakeholder" o ON o."id" = n."owner" CROSS JOIN "limit" l
WHERE o."active" IS NOT 0 AND n."held" > l."most"
