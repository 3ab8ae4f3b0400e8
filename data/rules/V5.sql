-- SPDX-License-Identifier: MIT
-- id: V5
-- severity: warning
-- about: cadence
-- title: Nothing stops
-- meaning: Something lost its priority by a decision, its day has long passed, and it still goes on:
--   priorities are added, never exchanged.
-- response: Ask whoever took the decision to stop it this week, or to take the decision back in front of
--   those who were told.
-- alarm: none: it follows from what was decided
WITH "going_on" AS (
	SELECT d."id", d."question", d."loses_priority", d."stops_on",
		CAST(julianday(:today) - julianday(d."stops_on") AS INTEGER) AS "days"
	FROM "decision" d
	WHERE d."loses_priority" IS NOT NULL AND d."decided_on" <= :today
		AND d."stops_on" IS NOT NULL AND (d."stopped_on" IS NULL OR d."stopped_on" > :today))
SELECT 'decision', "id", "question",
	printf('%s was to stop on %s and goes on, %d days later', "loses_priority", "stops_on", "days"),
	json_object('since_on', date("stops_on", printf('+%d days', setting('stop_grace_days'))),
		'stops_on', "stops_on", 'days_over', "days", 'readings', json_array("stops_on"))
FROM "going_on" WHERE "days" >= setting('stop_grace_days')
