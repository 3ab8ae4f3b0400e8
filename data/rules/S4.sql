-- SPDX-License-Identifier: MIT
-- id: S4
-- severity: warning
-- about: person
-- title: Contact overdue
-- meaning: The agreed rhythm of contact has lapsed. Silence is read as loss of interest, and news
--   about this person now reaches the programme late.
-- response: The owner speaks with them this week and records the contact; if the rhythm is wrong,
--   change the cadence.
-- The later of the date on the record and the contact log counts. Without a cadence nothing was
-- agreed, and without any contact there is no day to count from: both are silent here.
WITH "candidate" AS (
	SELECT s."id", s."name", s."cadence_days", s."owner", s."last_contact_on" AS "noted_on",
		max(c."on") AS "logged_on"
	FROM "stakeholder" s
		LEFT JOIN "contact" c ON c."stakeholder" = s."id" AND c."on" <= :today
	WHERE s."active" IS NOT 0 AND s."cadence_days" IS NOT NULL AND (s."last_contact_on" IS NULL
		OR julianday(s."last_contact_on") + s."cadence_days" < julianday(:today))
	GROUP BY s."id"),
"dated" AS (
	SELECT *, coalesce(max("noted_on", "logged_on"), "noted_on", "logged_on") AS "last_on"
	FROM "candidate"),
"late" AS (
	SELECT d.*, o."name" AS "owner_name",
		CAST(julianday(:today) - julianday(d."last_on") AS INTEGER) - d."cadence_days"
			AS "days"
	FROM "dated" d LEFT JOIN "stakeholder" o ON o."id" = d."owner"
	WHERE julianday(d."last_on") + d."cadence_days" < julianday(:today))
SELECT 'stakeholder', "id", "name",
	printf('last contact %s, %d-day cadence: due %d day%s ago', "last_on", "cadence_days",
		"days", CASE "days" WHEN 1 THEN '' ELSE 's' END),
	json_object('last_contact_on', "last_on", 'cadence_days', "cadence_days",
		'due_on', date("last_on", printf('+%d days', "cadence_days")),
		'days_overdue', "days", 'owner', "owner_name")
FROM "late"
