-- SPDX-License-Identifier: MIT
-- Risks counted for their picture.
--
-- "risk_grid": open risks by likelihood and impact, NULL where nobody weighed them.
"risk_grid" AS (
	SELECT "likelihood", "impact", count(*) AS "risks", coalesce(sum("owner" IS NULL), 0) AS "unowned"
	FROM "risk" WHERE "state" = 'open' GROUP BY "likelihood", "impact")
