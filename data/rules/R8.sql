-- SPDX-License-Identifier: MIT
-- id: R8
-- severity: warning
-- about: raci
-- title: Stale row
-- meaning: Whoever held a role when the row was last looked at does not hold it any more: the matrix
--   says who decided last year.
-- response: Read the row with those who hold its roles now; change its letters or say that they are
--   right (confirmed_on).
-- A row counts as looked at on the day somebody confirmed it, else when its letters last changed. What
-- was written down in one step with the row itself has not changed since.
WITH "turned" AS (
	SELECT c."step", date(s."at") AS "on", c."type", c."kind", c."field", c."record", c."last", c."old",
		c."new"
	FROM "change" c JOIN "step" s ON s."id" = c."step"
	WHERE s."state" IN (0, 3) AND c."type" IN ('activity', 'assignment', 'role_holder')),
"row" AS (
	SELECT a."id", a."name", a."confirmed_on", coalesce((SELECT max(t."step") FROM "turned" t
		WHERE t."type" = 'activity' AND t."kind" = 'insert'
			AND a."id" BETWEEN t."record" AND t."last"), 0) AS "made",
		coalesce((SELECT max(t."step") FROM "assignment" l JOIN "turned" t
			ON t."type" = 'assignment' AND l."id" BETWEEN t."record" AND t."last"
			WHERE l."activity" = a."id"), 0) AS "lettered"
	FROM "activity" a),
"change_of" AS (
	SELECT r."id", r."confirmed_on", r."made", r."lettered", l."role", t."step", t."on",
		printf('%s came to %s', s."name", o."name") AS "what"
	FROM "row" r JOIN "assignment" l ON l."activity" = r."id"
		JOIN "role_holder" h ON h."role" = l."role" JOIN "role" o ON o."id" = l."role"
		JOIN "stakeholder" s ON s."id" = h."stakeholder"
		JOIN "turned" t ON t."type" = 'role_holder' AND h."id" BETWEEN t."record" AND t."last"
	UNION ALL
	SELECT r."id", r."confirmed_on", r."made", r."lettered", l."role", t."step", t."on",
		printf('somebody does not hold %s any more', o."name")
	FROM "row" r JOIN "assignment" l ON l."activity" = r."id" JOIN "role" o ON o."id" = l."role"
		JOIN "turned" t ON t."type" = 'role_holder' AND t."kind" = 'delete'
			AND iif(json_valid(t."old"), t."old" ->> '$.role', NULL) = l."role"),
"since" AS (
	SELECT "id", "what", "on" FROM "change_of"
	WHERE "step" > "made"
		AND CASE WHEN "confirmed_on" IS NULL THEN "step" > "lettered" ELSE "on" > "confirmed_on" END
	UNION
	SELECT r."id", printf('%s has left', s."name"), s."left_on"
	FROM "row" r JOIN "assignment" l ON l."activity" = r."id"
		JOIN "role_holder" h ON h."role" = l."role"
		JOIN "stakeholder" s ON s."id" = h."stakeholder" AND s."left_on" <= :today
	WHERE s."left_on" > coalesce(r."confirmed_on",
		(SELECT date("at") FROM "step" WHERE "id" = r."lettered"), ''))
SELECT 'activity', r."id", r."name",
	printf('%s since it was %s', group_concat(c."what", ', '),
		iif(r."confirmed_on" IS NULL, 'written down', 'confirmed on ' || r."confirmed_on")),
	json_object('confirmed_on', r."confirmed_on", 'changes', json_group_array(c."what"))
FROM "since" c JOIN "row" r ON r."id" = c."id" GROUP BY r."id"
