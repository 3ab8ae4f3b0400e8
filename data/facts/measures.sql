-- SPDX-License-Identifier: MIT
-- What the measures and signals of the cadence count, as of :today. Windows are numbered from 0, the
-- programme's start; window_of() and window_last() know them.
--
-- "window": each so far; the last is the running one, whose number is that of :today.
"window" AS (
	SELECT 0 AS "n" WHERE window_of(:today) >= 0
	UNION ALL
	SELECT "n" + 1 FROM "window" WHERE "n" < window_of(:today)),
-- "came": each person at each meeting that was held, unless they need not come.
"came" AS (
	SELECT window_of(m."on") AS "n", m."id" AS "meeting", m."on", m."forum", f."level",
		coalesce(f."team", s."team") AS "team", s."group", s."id" AS "person", a."state",
		a."state" IN ('present', 'delegate') AS "there"
	FROM "meeting" m JOIN "forum" f ON f."id" = m."forum"
		JOIN "attendance" a ON a."meeting" = m."id"
		JOIN "stakeholder" s ON s."id" = a."stakeholder"
		LEFT JOIN "invitee" i ON i."forum" = m."forum" AND i."stakeholder" = a."stakeholder"
	WHERE m."on" <= :today AND m."held" IS NOT 0 AND i."required" IS NOT 0),
-- "taken_part": the same as shares; whoever is excused was not invited.
"taken_part" AS (
	SELECT "n", "forum", "team", "group", sum("there") AS "there", count(*) AS "invited"
	FROM "came" WHERE "state" <> 'excused' AND "n" >= 0
	GROUP BY "n", "forum", "team", "group"),
-- "request": each decision that was asked for; "decided_on" is NULL while it is open, "last" the window
--   in which it was decided or, while it is open, the running one.
"request" AS (
	SELECT d."id", d."question", d."requested_on", d."activity",
		iif(d."decided_on" <= :today, d."decided_on", NULL) AS "decided_on",
		window_of(d."requested_on") AS "first",
		window_of(iif(d."decided_on" <= :today, d."decided_on", :today)) AS "last",
		coalesce(m."forum", a."forum") AS "forum", coalesce(d."decided_by", d."asked_of") AS "person",
		coalesce(f."team", s."team") AS "team", s."group"
	FROM "decision" d LEFT JOIN "meeting" m ON m."id" = d."meeting"
		LEFT JOIN "activity" a ON a."id" = d."activity"
		LEFT JOIN "forum" f ON f."id" = coalesce(m."forum", a."forum")
		LEFT JOIN "stakeholder" s ON s."id" = coalesce(d."decided_by", d."asked_of")
	WHERE d."requested_on" <= :today),
-- "waited": how long each has waited, in the window in which it was decided and in each before at whose
--   end it was open; of the open ones also in the running one.
"waited" AS (
	SELECT w."n", r.*, r."decided_on" IS NULL OR w."n" < r."last" AS "open",
		working_days(r."requested_on", CASE WHEN r."decided_on" IS NOT NULL AND w."n" = r."last"
			THEN r."decided_on" ELSE min(window_last(w."n"), :today) END) AS "days"
	FROM "request" r JOIN "window" w ON w."n" BETWEEN r."first" AND r."last"),
-- "decided": each decision in its window, and whether what somebody said has changed it.
"decided" AS (
	SELECT "last" AS "n", "forum", "team", "group", EXISTS (SELECT 1 FROM "input" i
		WHERE i."decision" = r."id" AND i."effect" = 'changed') AS "changed"
	FROM "request" r WHERE "decided_on" IS NOT NULL AND "last" >= 0),
-- "hindrance": each blocker that was raised; "resolved_on" is NULL while it is open.
"hindrance" AS (
	SELECT b."id", b."text", b."team", b."cause", b."raised_on", window_of(b."raised_on") AS "n",
		iif(b."resolved_on" <= :today, b."resolved_on", NULL) AS "resolved_on"
	FROM "blocker" b WHERE b."raised_on" <= :today)
