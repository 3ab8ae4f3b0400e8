-- SPDX-License-Identifier: MIT
-- id: R2
-- severity: warning
-- about: raci
-- title: Nobody does the work
-- meaning: Somebody answers for the decision, but no role is named to prepare it and carry it out,
--   so it waits for whoever feels like it.
-- response: Give the R to the role that does the work; once the row has one A, one key makes that
--   an A/R.
WITH "cell" AS (
	SELECT "activity", count(DISTINCT "role") FILTER (WHERE "letters" = 'A') AS "accountable",
		max("role") FILTER (WHERE "letters" = 'A') AS "role",
		count(*) FILTER (WHERE "letters" IN ('R', 'A/R')) AS "doing"
	FROM "assignment" GROUP BY "activity")
SELECT 'activity', v."id", v."name",
	CASE WHEN c."accountable" = 1 THEN printf('no role is R; %s is A', r."name")
		ELSE 'no role is R' END,
	json_object('responsible', 0,
		'accountable', CASE WHEN c."accountable" = 1 THEN r."name" END),
	CASE WHEN c."accountable" = 1
		THEN printf('Make %s A/R, if it does the work '
			|| 'itself; else give the R to the role that does.', r."name") END
FROM "activity" v LEFT JOIN "cell" c ON c."activity" = v."id"
	LEFT JOIN "role" r ON r."id" = c."role"
WHERE coalesce(c."doing", 0) = 0
