-- SPDX-License-Identifier: MIT
-- The register counted for its pictures: however many people there are, a few rows come out.
--
-- "power_interest": those who are still here by influence and interest, NULL where nobody rated it.
"power_interest" AS (
	SELECT "influence", "interest", count(*) AS "people",
		coalesce(sum("attitude" = 'resistant'), 0) AS "resistant"
	FROM "stakeholder" WHERE "active" IS NOT 0 GROUP BY "influence", "interest"),
-- "engagement_state": actions by group and stage; those for one person count to their group.
"engagement_state" AS (
	SELECT coalesce(e."group", s."group") AS "group", e."stage", count(*) AS "actions",
		sum(e."done_on" IS NOT NULL) AS "done",
		sum(e."done_on" IS NULL AND e."due_on" IS NOT NULL AND e."due_on" < :today) AS "late"
	FROM "engagement" e LEFT JOIN "stakeholder" s ON s."id" = e."stakeholder"
	GROUP BY 1, 2),
-- "wave_start": each wave there is with the day its teams start (wave_now() is
-- src/programme/delivery/wave_facts.c); where no record says it, its first launch action, else as many cycles after
-- the programme's launch. held: that day has come, and its gate is not passed.
"wave_start" AS (
	SELECT w."wave", coalesce(wave_now('launch', w."wave"), a."on",
			date(p."launches_on", (w."wave" * p."weeks" * 7) || ' days')) AS "launches_on", p."weeks",
		wave_now('passed', w."wave") = 0 AS "held"
	FROM (SELECT "wave" FROM "team" WHERE "wave" IS NOT NULL
			UNION SELECT "wave" FROM "engagement" WHERE "wave" IS NOT NULL
			UNION SELECT "number" FROM "wave") w
		LEFT JOIN (SELECT "launches_on", max(coalesce("cycle_weeks", 13), 1) AS "weeks"
			FROM "programme") p
		LEFT JOIN (SELECT "wave", min(coalesce("done_on", "due_on")) AS "on" FROM "engagement"
			WHERE "stage" = 'launch' GROUP BY "wave") a ON a."wave" = w."wave"),
-- "wave_stage": the same with the days on which its first cycle and the time after it begin, and the
-- stage it is in today, NULL where nobody knows when it starts.
"wave_stage" AS (
	SELECT "wave", "launches_on", "settles_on", "repeats_on",
		CASE WHEN :today < "launches_on" OR "held" THEN 'pre_launch' WHEN :today < "settles_on" THEN 'launch'
			WHEN :today < "repeats_on" THEN 'first_cycle'
			WHEN "repeats_on" IS NOT NULL THEN 'ongoing' END AS "stage",
		(SELECT count(*) FROM "team" t WHERE t."wave" = d."wave") AS "teams"
	FROM (SELECT "wave", "launches_on", "held",
			date("launches_on", (min("weeks", setting('launch_weeks')) * 7) || ' days') AS "settles_on",
			date("launches_on", ("weeks" * 7) || ' days') AS "repeats_on" FROM "wave_start") d),
-- "wave_actions": engagement by wave, NULL where it belongs to none, and stage; due: by today.
"wave_actions" AS (
	SELECT "wave", "stage", count(*) AS "actions", sum("done_on" IS NOT NULL) AS "done",
		sum("done_on" IS NULL AND "due_on" IS NOT NULL AND "due_on" <= :today) AS "due"
	FROM "engagement" GROUP BY 1, 2)
