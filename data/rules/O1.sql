-- SPDX-License-Identifier: MIT
-- id: O1
-- severity: error
-- about: roadmap
-- title: Nobody answers for a part of the rollout
-- meaning: Four things need one named person each: sponsorship, the programme, adoption in every
--   function, and enablement. Where the name is missing, the question is passed on until it is
--   dropped.
-- response: Agree with one person that they answer for this, tell the others who it is, and record
--   them as its owner.
-- Functional leads are asked for by function where functions are recorded; a lead for no function
-- in particular then covers none.
WITH "named" AS (
	SELECT a."area", a."function", o."name", o."active" IS 0 AS "gone",
		o."active" IS NOT 0 AND o."kind" IS NOT 'group' AS "valid"
	FROM "accountability" a JOIN "stakeholder" o ON o."id" = a."owner"),
"needed" ("type", "id", "name", "area", "label", "function") AS (
	SELECT 'accountability', "column1", "column2", "column1", "column3", NULL FROM (VALUES
		('executive_sponsorship', 'executive sponsorship', 'for executive sponsorship'),
		('programme_lead', 'programme lead', 'as programme lead'),
		('enablement_lead', 'enablement lead', 'as enablement lead'))
	UNION ALL
	SELECT 'accountability', 'functional_lead', 'functional lead', 'functional_lead',
		'as functional lead', NULL
	WHERE NOT EXISTS (SELECT 1 FROM "function")
	UNION ALL
	SELECT 'function', "id", "name", 'functional_lead', 'as functional lead of ' || "name", "id"
	FROM "function"),
"found" AS (
	SELECT n.*, coalesce(sum(a."valid"), 0) AS "people", count(a."name") AS "owners",
		max(a."name") FILTER (WHERE a."gone") AS "gone", max(a."name") AS "owner"
	FROM "needed" n LEFT JOIN "named" a ON a."area" = n."area"
		AND (n."function" IS NULL OR a."function" = n."function")
	GROUP BY n."type", n."id")
SELECT "type", "id", "name",
	CASE WHEN "owners" = 0 THEN printf('nobody is named %s', "label")
		WHEN "gone" IS NOT NULL THEN printf('%s, named %s, has left', "gone", "label")
		ELSE printf('%s, named %s, is a group, not a person', "owner", "label") END,
	json_object('area', "area", 'function', CASE WHEN "function" IS NOT NULL THEN "name" END,
		'owner', CASE WHEN "owners" > 0 THEN coalesce("gone", "owner") END,
		'active_people', 0)
FROM "found"
WHERE "people" = 0
