-- SPDX-License-Identifier: MIT
-- id: R3
-- severity: warning
-- about: raci
-- title: Consultation for show
-- meaning: When most roles are asked before a decision, nobody's answer can change it, and the
--   asking costs more time than the deciding.
-- response: Keep the C for the roles whose answer could change the decision and make the others I.
WITH "limit" ("percent", "roles") AS MATERIALIZED (
	SELECT setting('raci_consulted_share_percent'), (SELECT count(*) FROM "role")),
"asked" AS (
	SELECT "activity", count(DISTINCT "role") AS "count" FROM "assignment"
	WHERE "letters" = 'C' GROUP BY "activity")
SELECT 'activity', v."id", v."name",
	printf('%d of %d roles are C, more than %d%%', c."count", l."roles", l."percent"),
	json_object('consulted', c."count", 'roles', l."roles", 'limit_percent', l."percent")
FROM "limit" l CROSS JOIN "activity" v JOIN "asked" c ON c."activity" = v."id"
WHERE c."count" * 100 > l."roles" * l."percent"
