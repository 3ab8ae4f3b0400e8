-- SPDX-License-Identifier: MIT
-- id: V2
-- severity: warning
-- about: cadence
-- title: Weaponised key results
-- meaning: A key result that its team cannot influence, does not own, or that decides nothing is there to
--   judge people by.
-- response: Rewrite it with the team, or take it out; nobody is measured by it until it passes the
--   review.
-- alarm: none: it follows from what a review found
-- The last review of each key result counts.
WITH "last" AS (
	SELECT r."team", r."key_result", r."on", r."influence", r."owned", r."decides",
		row_number() OVER (PARTITION BY r."team", r."key_result" ORDER BY r."on" DESC, r."id" DESC)
			AS "back"
	FROM "okr_review" r WHERE r."on" <= :today)
SELECT 'team', t."id", t."name",
	group_concat(printf('"%s" fails on %s', l."key_result", substr(
		iif(l."influence" IS 0, ', influence', '') || iif(l."owned" IS 0, ', ownership', '')
		|| iif(l."decides" IS 0, ', relevance for decisions', ''), 3)), '; '),
	json_object('since_on', min(l."on"), 'readings', json_group_array(json_object(
		'key_result', l."key_result", 'reviewed_on', l."on")))
FROM "last" l JOIN "team" t ON t."id" = l."team"
WHERE l."back" = 1 AND (l."influence" IS 0 OR l."owned" IS 0 OR l."decides" IS 0)
GROUP BY t."id"
