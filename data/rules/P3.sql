-- SPDX-License-Identifier: MIT
-- id: P3
-- severity: error
-- about: roadmap
-- title: Phase left with unmet exit criteria
-- meaning: A phase ends when its question is answered, not when its dates are over. The criteria of its
--   gates are that answer.
-- response: Prove what is missing and accept the gate, move the phase's end, or accept the gate by
--   override with the reason.
-- Exit criteria are the evidence criteria of the gates in the phase; a gate without any counts as one.
WITH "criterion" AS (
	SELECT m."phase", m."title", CASE WHEN e."id" IS NULL THEN m."state" = 'accepted'
		ELSE e."met" IS 1 END AS "met"
	FROM "milestone" m LEFT JOIN "evidence" e ON e."milestone" = m."id"
	WHERE m."kind" = 'gate' AND m."state" IS NOT 'dropped'
		AND NOT (m."state" = 'accepted' AND m."override_reason" IS NOT NULL)),
"left" AS (
	SELECT p."id", p."name", p."ends_on", count(*) AS "criteria", sum(c."met") AS "met",
		min(c."title") FILTER (WHERE NOT c."met") AS "gate"
	FROM "phase" p JOIN "criterion" c ON c."phase" = p."id"
	WHERE p."ends_on" < :today
	GROUP BY p."id")
SELECT 'phase', "id", "name",
	printf('ended %s with %d of %d exit criteria met; "%s" is not proven', "ends_on", "met",
		"criteria", "gate"),
	json_object('criteria', "criteria", 'met', "met", 'gate', "gate", 'ends_on', "ends_on")
FROM "left"
WHERE "met" < "criteria"
