-- SPDX-License-Identifier: MIT
-- The register counted for its pictures: however many people there are, a few rows come out.
--
-- "power_interest": those who are still here by influence and interest, NULL where nobody rated it.
"power_interest" AS (
	SELECT "influence", "interest", count(*) AS "people",
		coalesce(sum("attitude" = 'resistant'), 0) AS "resistant"
	FROM "stakeholder" WHERE "active" IS NOT 0 GROUP BY "influence", "interest"),
-- "engagement_state": actions by group and stage; those for one person count to their group.
"engagement_state" AS (
	SELECT coalesce(e."group", s."group") AS "group", e."stage", count(*) AS "actions",
		sum(e."done_on" IS NOT NULL) AS "done",
		sum(e."done_on" IS NULL AND e."due_on" IS NOT NULL AND e."due_on" < :today) AS "late"
	FROM "engagement" e LEFT JOIN "stakeholder" s ON s."id" = e."stakeholder"
	GROUP BY 1, 2)
