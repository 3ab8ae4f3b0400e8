-- SPDX-License-Identifier: MIT
-- id: S6
-- severity: warning
-- title: Too many relationships in one hand
-- meaning: One person cannot keep this many relationships alive beside their work; the quiet ones
--   are dropped first, and those are often the ones that matter.
-- response: Hand the least urgent relationships to people who already know them, until the number
--   fits.
-- Nobody has to look after themselves: a record that is its own owner does not count. One scan of
-- the table is quicker than walking the index of owners, which would look up every row at random.
WITH "limit" ("most") AS MATERIALIZED (SELECT setting('relationships_per_owner')),
"load" AS (
	SELECT s."owner", count(*) AS "held" FROM "stakeholder" s NOT INDEXED
	WHERE s."owner" IS NOT NULL AND s."active" IS NOT 0 AND s."owner" <> s."id"
	GROUP BY s."owner" HAVING count(*) > (SELECT "most" FROM "limit"))
SELECT 'stakeholder', o."id", o."name",
	printf('owns %d relationships; %d is the most that one person can keep up', n."held",
		l."most"),
	json_object('relationships', n."held", 'limit', l."most"),
	printf('Hand %d of the relationships that %s owns to people who already know them, the '
		|| 'least urgent first.', n."held" - l."most", o."name")
FROM "load" n JOIN "stakeholder" o ON o."id" = n."owner" CROSS JOIN "limit" l
WHERE o."active" IS NOT 0
