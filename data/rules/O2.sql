-- SPDX-License-Identifier: MIT
-- id: O2
-- severity: warning
-- title: Owner with too much at once
-- meaning: Whoever has to finish more than a handful of things within two weeks finishes the easy ones.
-- response: Agree with the owner which of them somebody else takes over or which one moves.
-- What is overdue still has to be done, and counts.
SELECT 'stakeholder', o."id", o."name",
	printf('%d open milestones due by %s', count(*),
		date(:today, '+' || setting('due_window_days') || ' days')),
	json_object('milestones', count(*), 'limit', setting('open_milestones_per_person'),
		'due_by', date(:today, '+' || setting('due_window_days') || ' days'))
FROM "milestone" m JOIN "stakeholder" o ON o."id" = m."owner"
WHERE m."state" IN ('planned', 'in_progress', 'claimed')
	AND coalesce(m."forecast_on", m."baseline_on")
		<= date(:today, '+' || setting('due_window_days') || ' days')
GROUP BY o."id"
HAVING count(*) > setting('open_milestones_per_person')
