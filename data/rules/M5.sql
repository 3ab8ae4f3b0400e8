-- SPDX-License-Identifier: MIT
-- id: M5
-- severity: warning
-- about: roadmap
-- uses: proof
-- title: Milestone whose state is not proven, or waits for its check
-- meaning: A milestone moves by evidence: its owner claims it when each criterion has proof, and
--   somebody else accepts it when each is met. What is claimed and not checked is neither open nor done.
-- response: Choose somebody other than the owner to look at the proof, criterion by criterion, and
--   accept the milestone or send it back with the reason.
-- Writing such a state is refused without an override; an override stays visible here.
WITH "found" AS (
	SELECT "id", "title", "state", 'override' AS "kind",
		printf('%s by override', replace("state", '_', ' ')) AS "message"
	FROM "milestone"
	WHERE "override_reason" IS NOT NULL AND ("state" IN ('claimed', 'accepted')
		OR ("state" = 'in_progress' AND "kind" IN ('training', 'launch')))
	UNION ALL
	SELECT "id", "title", "state", 'unproven',
		"state" || ', but ' || group_concat(
			coalesce('"' || "criterion" || '" is ', '') || "fault", '; ')
	FROM "unproven" GROUP BY "id"
	UNION ALL
	SELECT "id", "title", "state", 'waits', 'claimed, and nobody has checked it yet'
	FROM "milestone" m
	WHERE "state" = 'claimed' AND "override_reason" IS NULL
		AND "id" NOT IN (SELECT "id" FROM "unproven"))
SELECT 'milestone', f."id", f."title", f."message",
	json_object('state', f."state", 'kind', f."kind", 'owner', o."name",
		'forecast_on', milestone_now('expected', m."id"),
		'criteria', (SELECT count(*) FROM "evidence" e WHERE e."milestone" = f."id"),
		'met', (SELECT count(*) FROM "evidence" e WHERE e."milestone" = f."id" AND e."met" IS 1))
FROM "found" f JOIN "milestone" m ON m."id" = f."id"
	LEFT JOIN "stakeholder" o ON o."id" = m."owner"
