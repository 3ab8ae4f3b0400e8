-- SPDX-License-Identifier: MIT
-- id: P3
-- severity: error
-- about: roadmap
-- uses: phases
-- title: Phase left with unmet exit criteria
-- meaning: A phase ends when its question is answered, not when its dates are over. The criteria of its
--   gates are that answer.
-- response: Prove what is missing and accept the gate, move the next phase, or accept the gate by
--   override with the reason.
-- Exit criteria are the evidence criteria of the gates in the phase. The numbers are those of the gate
-- that is expected first among those with unmet ones, as status tells them of the next gate.
WITH "gate" AS (
	SELECT m."phase", m."id", m."title", count(e."id") AS "criteria",
		coalesce(sum(e."met" IS 1), 0) AS "met",
		m."state" = 'accepted' AND m."override_reason" IS NOT NULL AS "overridden"
	FROM "left_phase" p JOIN "milestone" m ON m."phase" = p."id"
		LEFT JOIN "evidence" e ON e."milestone" = m."id"
	WHERE m."kind" = 'gate' AND m."state" IS NOT 'dropped'
	GROUP BY m."id"),
"unproven" AS (
	SELECT *, row_number() OVER (PARTITION BY "phase"
		ORDER BY milestone_now('expected', "id") IS NULL, milestone_now('expected', "id"), "title") AS "place"
	FROM "gate" WHERE "met" < "criteria" AND NOT "overridden")
SELECT 'phase', p."id", p."name",
	iif(g."id" IS NULL, printf('left on %s without a gate that has exit criteria', p."left_on"),
		printf('left on %s with %d of %d exit criteria met; "%s" is not proven', p."left_on", g."met",
			g."criteria", g."title")),
	json_object('criteria', coalesce(g."criteria", 0), 'met', coalesce(g."met", 0), 'gate', g."title",
		'left_on', p."left_on")
FROM "left_phase" p LEFT JOIN "unproven" g ON g."phase" = p."id" AND g."place" = 1
WHERE g."id" IS NOT NULL
	OR NOT EXISTS (SELECT 1 FROM "gate" o WHERE o."phase" = p."id" AND (o."criteria" > 0 OR o."overridden"))
