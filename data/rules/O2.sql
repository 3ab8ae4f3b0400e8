-- SPDX-License-Identifier: MIT
-- id: O2
-- severity: warning
-- about: roadmap
-- title: Owner with too much at once
-- meaning: Whoever has to finish more than a handful of things within two weeks finishes the easy ones.
-- response: Agree with the owner which of them somebody else takes over or which one moves.
-- What is overdue still has to be done, and counts: it is expected today at the earliest.
-- The limits are read once, not for each milestone.
WITH "limit" AS MATERIALIZED (
	SELECT setting('open_milestones_per_person') AS "most",
		date(:today, '+' || setting('due_window_days') || ' days') AS "due_by")
SELECT 'stakeholder', o."id", o."name",
	printf('%d open milestones expected by %s', count(*), l."due_by"),
	json_object('milestones', count(*), 'limit', l."most", 'due_by', l."due_by")
FROM "milestone" m CROSS JOIN "limit" l JOIN "stakeholder" o ON o."id" = m."owner"
WHERE m."state" IN ('planned', 'in_progress', 'claimed')
	AND milestone_now('expected', m."id") <= l."due_by"
GROUP BY o."id"
HAVING count(*) > l."most"
