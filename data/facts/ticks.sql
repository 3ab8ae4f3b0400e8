-- SPDX-License-Identifier: MIT
-- What is said to be done, and what it would have to rest on: what the program refuses when it is
-- written (product.md, principle 2), and what rule H1 finds where it came from a file.
--
-- "handed_over": teams that passed all criteria of the gate, with evidence, in as many cycles in a row
--   as make them reliable, up to the newest.
"handed_over" AS (
	SELECT n."team" FROM (SELECT "team", max("cycle") AS "newest" FROM "handoff" GROUP BY "team") n
	WHERE 4 = (SELECT count(*) FROM (
		SELECT h."criterion" FROM "handoff" h
		WHERE h."team" = n."team" AND h."result" = 'pass' AND h."on" <= :today
			AND (h."evidence" IS NOT NULL OR h."override_reason" IS NOT NULL)
			AND h."cycle" > n."newest" - setting('reliable_cycles')
		GROUP BY h."criterion"
		HAVING count(DISTINCT h."cycle") >= setting('reliable_cycles')))),
-- "ticked": one row a record that says more than it rests on; overridden ones with their reason.
"ticked" AS MATERIALIZED (
	SELECT 'team' AS "type", t."id", t."name" AS "title", 'handed off' AS "said",
		'it has not passed all four criteria of the handoff gate in a row' AS "lacks",
		t."override_reason"
	FROM "team" t WHERE t."ownership" = 'handed_off'
		AND t."id" NOT IN (SELECT "team" FROM "handed_over")
	UNION ALL
	SELECT 'handoff', h."id", coalesce(t."name", 'a team') || ', ' || replace(h."criterion", '_', ' '),
		'passed', 'no evidence says so', h."override_reason"
	FROM "handoff" h LEFT JOIN "team" t ON t."id" = h."team"
	WHERE h."result" = 'pass' AND h."evidence" IS NULL
	UNION ALL
	SELECT 'capability', "id", "name", 'done', 'no evidence says so', "override_reason"
	FROM "capability" WHERE "done_on" IS NOT NULL AND "evidence" IS NULL
	UNION ALL
	SELECT 'lesson', "id", "text", 'applied', 'it does not say what is done differently (change)',
		"override_reason"
	FROM "lesson" WHERE "applied_on" IS NOT NULL AND "change" IS NULL
	UNION ALL
	SELECT 'escalation', "id", "finding", 'closed', 'it does not say how it ended (outcome)',
		"override_reason"
	FROM "escalation" WHERE "closed_on" IS NOT NULL AND "outcome" IS NULL)
