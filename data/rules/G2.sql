-- SPDX-License-Identifier: MIT
-- id: G2
-- severity: warning
-- about: cadence
-- title: Late response
-- meaning: Decisions that were asked for take longer than agreed: a conflict nobody names, or more
--   questions than those who decide can carry.
-- response: Ask the person who answers for these decisions what holds them up, and shorten the way:
--   fewer people asked before, or a decision that may be taken lower down.
-- alarm: in pure noise 1 window in 24
-- uses: measures
-- The median is read when a window is over and stays until two windows are good again; what is open
-- is looked at every day. Decisions of no row of the RACI are the programme's.
WITH "reading" AS (
	SELECT "activity", "n", "waits", is_slow("waits", setting('decision_sla_days')) AS "bad",
		row_number() OVER (PARTITION BY "activity" ORDER BY "n") AS "i"
	FROM (SELECT coalesce("activity", 0) AS "activity", "n",
			group_concat("days" || iif("open", '+', ''), ' ') AS "waits"
		FROM "waited" WHERE "n" < window_of(:today) GROUP BY 1, 2)),
"readings" AS (SELECT "activity", max("i") AS "last" FROM "reading" GROUP BY 1),
"slow" AS (
	SELECT *, sum("fresh") OVER (PARTITION BY "activity" ORDER BY "i") AS "stretch"
	FROM (SELECT *, coalesce("i" - lag("i") OVER (PARTITION BY "activity" ORDER BY "i")
			> setting('signal_clear_readings'), 0) AS "fresh"
		FROM "reading" WHERE "bad")),
"median" AS (
	SELECT s."activity", window_last(min(s."n")) AS "since_on", max(s."n") AS "n",
		json_group_array(json_object('window_ends_on', window_last(s."n"),
			'median_days', waited_days(s."waits", 50), 'waits', s."waits")) AS "readings"
	FROM "slow" s JOIN "readings" r ON r."activity" = s."activity"
	GROUP BY s."activity", s."stretch"
	HAVING max(r."last") - max(s."i") < setting('signal_clear_readings')),
"late" AS (
	SELECT coalesce("activity", 0) AS "activity", count(*) AS "count",
		json_group_array(json_object('decision', "question", 'asked_on', "requested_on"))
			AS "requests"
	FROM "request"
	WHERE "decided_on" IS NULL
		AND working_days("requested_on", :today) > setting('decision_sla_days')
	GROUP BY 1 HAVING count(*) >= setting('late_requests_open')),
"subject" AS (SELECT "activity" FROM "median" UNION SELECT "activity" FROM "late")
SELECT iif(a."id" IS NULL, 'programme', 'activity'), coalesce(a."id", p."id"),
	coalesce(a."name", p."name"),
	substr(iif(m."n" IS NULL, '', printf('; answers took %s in the window to %s',
			coalesce(waited_days(r."waits", 50) || ' working days',
				'longer than ' || setting('decision_sla_days') || ' working days'),
			window_last(m."n")))
		|| iif(l."count" IS NULL, '', printf('; %d requests open for more than %d working days', l."count",
			setting('decision_sla_days'))), 3),
	json_object('since_on', m."since_on", 'sla_days', setting('decision_sla_days'),
		'readings', json(coalesce(m."readings", '[]')),
		'open_beyond', json(coalesce(l."requests", '[]')))
FROM "subject" s LEFT JOIN "median" m ON m."activity" = s."activity"
	LEFT JOIN "reading" r ON r."activity" = m."activity" AND r."n" = m."n"
	LEFT JOIN "late" l ON l."activity" = s."activity"
	LEFT JOIN "activity" a ON a."id" = s."activity"
	LEFT JOIN "programme" p ON s."activity" = 0
