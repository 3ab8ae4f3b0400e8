-- SPDX-License-Identifier: MIT
-- id: R1
-- severity: error
-- about: raci
-- title: Not exactly one accountable
-- meaning: Where nobody answers for a decision it is not taken, and where several do it is taken
--   twice or fought over.
-- response: Give the A to the one role that will be asked when the decision goes wrong.
-- A role that is A/R is an A; a cell that was entered twice is one cell.
WITH "cell" AS (
	SELECT DISTINCT a."activity", r."id" AS "role", r."name", r."position"
	FROM "assignment" a JOIN "role" r ON r."id" = a."role" WHERE a."letters" IN ('A', 'A/R')
	ORDER BY r."position", r."name"),
"holder" AS (
	SELECT "activity", count(*) AS "count", group_concat("name", ', ') AS "names",
		json_group_array("name") AS "list"
	FROM "cell" GROUP BY "activity")
SELECT 'activity', v."id", v."name",
	CASE WHEN h."count" IS NULL THEN 'no role is A'
		ELSE printf('%d roles are A: %s', h."count", h."names") END,
	json_object('accountable', json(coalesce(h."list", '[]')), 'count', coalesce(h."count", 0)),
	CASE WHEN h."count" > 1
		THEN printf('Leave the A with one of %s: the one who will be asked when the '
			|| 'decision goes wrong. Make the others C or I.', h."names") END
FROM "activity" v LEFT JOIN "holder" h ON h."activity" = v."id"
WHERE h."count" IS NOT 1
