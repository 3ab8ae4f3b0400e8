-- SPDX-License-Identifier: MIT
-- Milestones whose state says more than their evidence: what rule M5 refuses when it is written, and
-- what `check` finds where it came from a file.
--
-- "unproven": one row for each fault, with the criterion it is about; an override with its reason is
--   none.
"unproven" AS MATERIALIZED (
	SELECT m."id", m."title", m."state", 'it has no evidence criterion' AS "fault",
		NULL AS "criterion", NULL AS "evidence"
	FROM "milestone" m
	WHERE m."state" IN ('claimed', 'accepted') AND m."override_reason" IS NULL
		AND NOT EXISTS (SELECT 1 FROM "evidence" e WHERE e."milestone" = m."id")
	UNION ALL
	SELECT m."id", m."title", m."state", 'without proof', e."criterion", e."id"
	FROM "milestone" m JOIN "evidence" e ON e."milestone" = m."id"
	WHERE m."state" = 'claimed' AND m."override_reason" IS NULL AND e."proof" IS NULL
	UNION ALL
	SELECT m."id", m."title", m."state", 'not met', e."criterion", e."id"
	FROM "milestone" m JOIN "evidence" e ON e."milestone" = m."id"
	WHERE m."state" = 'accepted' AND m."override_reason" IS NULL AND e."met" IS NOT 1
	UNION ALL
	SELECT m."id", m."title", m."state", 'only its owner checked it', NULL, NULL
	FROM "milestone" m
	WHERE m."state" = 'accepted' AND m."override_reason" IS NULL
		AND EXISTS (SELECT 1 FROM "evidence" e WHERE e."milestone" = m."id")
		AND NOT EXISTS (SELECT 1 FROM "evidence" e WHERE e."milestone" = m."id"
			AND e."checked_by" IS NOT NULL AND e."checked_by" IS NOT m."owner"))
