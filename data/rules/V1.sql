-- SPDX-License-Identifier: MIT
-- id: V1
-- severity: warning
-- about: cadence
-- title: Veneer of alignment
-- meaning: Leaders agree in the room and differ outside it: their answers lie apart, or their reviews
--   give nothing up while teams are stuck between two priorities.
-- response: Put the difference on the table by name: each leader says what they would stop; the review
--   does not close before something has lost its priority.
-- alarm: none: it follows from what was answered and decided
-- uses: readiness
WITH "review" AS (
	SELECT m."id", m."forum", m."on", row_number() OVER (PARTITION BY m."forum"
		ORDER BY m."on" DESC, m."id" DESC) AS "back",
		EXISTS (SELECT 1 FROM "decision" d WHERE d."meeting" = m."id"
			AND d."loses_priority" IS NOT NULL) AS "gave_up"
	FROM "meeting" m JOIN "forum" f ON f."id" = m."forum" AND f."level" = 'leadership'
	WHERE m."on" <= :today AND m."held" IS NOT 0
		AND (m."notes" IS NOT NULL OR m."confidence" IS NOT NULL
			OR EXISTS (SELECT 1 FROM "attendance" a WHERE a."meeting" = m."id")
			OR EXISTS (SELECT 1 FROM "decision" d WHERE d."meeting" = m."id")
			OR EXISTS (SELECT 1 FROM "action" x WHERE x."meeting" = m."id"))),
"clash" AS (
	SELECT count(*) AS "count", json_group_array("text") AS "texts" FROM "blocker"
	WHERE "cause" = 'conflicting_priorities' AND "raised_on" <= :today
		AND ("resolved_on" IS NULL OR "resolved_on" > :today))
SELECT 'question', q."id", q."prompt",
	printf('leaders do not see it alike: answers from %d to %d', q."lowest", q."highest"),
	json_object('since_on', q."newest_on", 'lowest', q."lowest", 'highest', q."highest",
		'readings', json_array(q."newest_on"))
FROM "question_state" q WHERE q."area" = 'leadership' AND q."misaligned"
UNION ALL
SELECT 'forum', f."id", f."name",
	printf('the last %d reviews gave nothing up while %d blocker%s about conflicting priorities',
		setting('veneer_reviews'), c."count", iif(c."count" = 1, ' is open', 's are open')),
	json_object('since_on', max(r."on"), 'readings', json_group_array(r."on"),
		'blockers', json(c."texts"))
FROM "review" r JOIN "forum" f ON f."id" = r."forum" CROSS JOIN "clash" c
WHERE r."back" <= setting('veneer_reviews') AND c."count" > 0
GROUP BY f."id" HAVING count(*) = setting('veneer_reviews') AND sum(r."gave_up") = 0
