-- SPDX-License-Identifier: MIT
-- id: R7
-- severity: warning
-- about: raci
-- title: Bottleneck
-- meaning: One person answers for more rows than anybody can, or answers later than agreed: whatever
--   the matrix says, decisions wait for them.
-- response: Give an A to somebody else, or a decision to a lower level; agree with the person which
--   answers they owe first.
-- uses: measures
-- Waits of the last window that is over and of the running one; who was asked, else whose row it is.
WITH "answers_for" AS (
	SELECT DISTINCT h."stakeholder" AS "person", a."activity"
	FROM "assignment" a JOIN "role_holder" h ON h."role" = a."role"
	WHERE a."letters" IN ('A', 'A/R')),
"rows" AS (SELECT "person", count(*) AS "count" FROM "answers_for" GROUP BY "person"),
"asked" AS (
	SELECT w."id", coalesce(w."person", f."person") AS "person", w."days", w."open"
	FROM "waited" w LEFT JOIN "answers_for" f
		ON w."person" IS NULL AND f."activity" = w."activity"
	WHERE w."n" = w."last" AND w."last" >= window_of(:today) - 1),
"slow" AS (
	SELECT "person", "waits" FROM (SELECT "person",
			group_concat("days" || iif("open", '+', ''), ' ') AS "waits"
		FROM "asked" GROUP BY "person")
	WHERE is_slow("waits", setting('decision_sla_days')))
SELECT 'stakeholder', s."id", s."name",
	substr(iif(r."count" > setting('raci_accountable_rows_max'),
			printf('; A on %d rows', r."count"), '')
		|| iif(l."waits" IS NULL, '', printf('; answers take %s, where %d are agreed',
			coalesce(waited_days(l."waits", 50) || ' working days',
				'longer than ' || setting('decision_sla_days') || ' working days'),
			setting('decision_sla_days'))), 3),
	json_object('accountable_rows', r."count", 'rows_most', setting('raci_accountable_rows_max'),
		'waits', l."waits", 'sla_days', setting('decision_sla_days'))
FROM "rows" r JOIN "stakeholder" s ON s."id" = r."person" LEFT JOIN "slow" l ON l."person" = r."person"
WHERE s."active" IS NOT 0
	AND (r."count" > setting('raci_accountable_rows_max') OR l."waits" IS NOT NULL)
