-- SPDX-License-Identifier: MIT
-- id: M8
-- severity: error
-- about: roadmap
-- title: Milestone that went past a gate
-- meaning: A gate is where somebody decides whether to go on. What was claimed or accepted behind one
--   that nobody has passed was done without that decision.
-- response: Accept the gate, or pass it with conditions that are milestones with owner and date; else
--   send back what stands behind it, or give it an override_reason.
-- Writing such a state is refused without an override; here is what a file held, and what a condition
-- that is late holds back again. milestone_now('gate') is src/programme/delivery/milestone_now.c.
WITH "behind" AS NOT MATERIALIZED (
	SELECT "id", "title", "state", "owner", milestone_now('gate', "id") AS "gate"
	FROM "milestone"
	WHERE "state" IN ('claimed', 'accepted') AND "override_reason" IS NULL)
SELECT 'milestone', m."id", m."title",
	printf('%s, though the gate "%s" before it is %s', m."state", g."title",
		iif(g."settled" = 'go_with_conditions', 'held by a condition that is not in time',
			replace(g."state", '_', ' '))),
	json_object('state', m."state", 'gate', g."title", 'gate_state', g."state",
		'settled', g."settled",
		'criteria', (SELECT count(*) FROM "evidence" e WHERE e."milestone" = g."id"),
		'met', (SELECT count(*) FROM "evidence" e WHERE e."milestone" = g."id" AND e."met" IS 1),
		'owner', o."name")
FROM "behind" m JOIN "milestone" g ON g."id" = m."gate"
	LEFT JOIN "stakeholder" o ON o."id" = m."owner"
