-- SPDX-License-Identifier: MIT
-- id: V3
-- severity: warning
-- about: person
-- title: Sponsor out of sight
-- meaning: Since the launch the sponsor stays away from the leadership's meetings or answers later than
--   agreed. Everybody below draws their conclusion from it.
-- response: Tell the sponsor what is read from their absence, agree what they will do in person in the
--   next two weeks, or find another sponsor with the person whom the programme escalates to.
-- alarm: in pure noise 1 window in 30
-- uses: measures
WITH "seat" AS (
	SELECT c."person", c."on", c."state" = 'absent' AS "missed",
		row_number() OVER (ORDER BY c."on" DESC, c."meeting" DESC) AS "back"
	FROM "came" c JOIN "programme" p ON p."sponsor" = c."person"
	WHERE c."level" = 'leadership'),
"missed" AS (
	SELECT "person", count(*) AS "count", max("on") AS "since_on", group_concat("on", ', ') AS "days",
		json_group_array("on") AS "readings"
	FROM "seat" WHERE "back" <= setting('sponsor_forums') AND "missed"
	GROUP BY "person" HAVING count(*) >= setting('sponsor_misses')),
"slow" AS (
	SELECT "person", "waits" FROM (SELECT w."person",
			group_concat(w."days" || iif(w."open", '+', ''), ' ') AS "waits"
		FROM "waited" w JOIN "programme" p ON p."sponsor" = w."person"
		WHERE w."n" = window_of(:today) - 1 GROUP BY w."person")
	WHERE is_slow("waits", setting('decision_sla_days')))
SELECT 'stakeholder', s."id", s."name",
	substr(iif(m."count" IS NULL, '', printf('; missed %d of the last %d leadership forums: %s',
			m."count", setting('sponsor_forums'), m."days"))
		|| iif(l."waits" IS NULL, '', printf('; answers took %s in the window to %s',
			coalesce(waited_days(l."waits", 50) || ' working days',
				'longer than ' || setting('decision_sla_days') || ' working days'),
			window_last(window_of(:today) - 1))), 3),
	json_object('since_on', coalesce(m."since_on", window_last(window_of(:today) - 1)),
		'missed', coalesce(m."count", 0), 'of', setting('sponsor_forums'),
		'readings', json(coalesce(m."readings", '[]')), 'waits', l."waits")
FROM "programme" p JOIN "stakeholder" s ON s."id" = p."sponsor"
	LEFT JOIN "missed" m ON m."person" = s."id" LEFT JOIN "slow" l ON l."person" = s."id"
WHERE p."launches_on" <= :today AND (m."count" IS NOT NULL OR l."waits" IS NOT NULL)
