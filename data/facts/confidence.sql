-- SPDX-License-Identifier: MIT
-- How old the evidence is that a judgement of delivery could rest on, as of :today.
--
-- "evidence_day": one row for each piece: the milestone it is about (NULL: the programme as a whole)
--   and its day. A forecast is no evidence, and neither is a plan.
"evidence_day" AS (
	SELECT "milestone", "checked_on" AS "on" FROM "evidence" WHERE "checked_on" <= :today
	UNION ALL
	SELECT "milestone", "on" FROM "claim" WHERE "on" <= :today
	UNION ALL
	SELECT "id", "actual_on" FROM "milestone"
	WHERE "state" = 'accepted' AND "actual_on" <= :today
	UNION ALL
	SELECT NULL, max("on") FROM "meeting" WHERE "on" <= :today AND "held" IS NOT 0
	UNION ALL
	SELECT NULL, max("on") FROM "response" WHERE "on" <= :today),
-- "scope_evidence": the youngest of each scope.
"scope_evidence" AS (
	SELECT 'programme' AS "kind", 0 AS "id", max("on") AS "on" FROM "evidence_day"
	UNION ALL
	SELECT 'phase', m."phase", max(e."on") FROM "evidence_day" e
		JOIN "milestone" m ON m."id" = e."milestone" GROUP BY m."phase"
	UNION ALL
	SELECT 'workstream', m."workstream", max(e."on") FROM "evidence_day" e
		JOIN "milestone" m ON m."id" = e."milestone" GROUP BY m."workstream")
