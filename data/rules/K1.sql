-- SPDX-License-Identifier: MIT
-- id: K1
-- severity: warning
-- about: roadmap
-- title: Risk that nobody handles
-- meaning: An open risk needs a person who watches it, something they will do, and a day on which
--   it is looked at again. Without these it is a worry on a list.
-- response: Fill in what is missing at the next review, or close the risk with the reason.
WITH "gap" AS (
	SELECT k."id", k."title", k."review_on", o."name" AS "owner",
		k."response" IS NOT NULL AS "answered",
		CASE WHEN o."id" IS NULL THEN ', no owner'
			WHEN o."active" IS 0 THEN printf(', the owner %s has left', o."name")
			WHEN o."kind" IS 'group' THEN printf(', the owner %s is a group', o."name")
			ELSE '' END AS "unowned",
		CASE WHEN k."response" IS NULL THEN ', no response' ELSE '' END AS "unanswered",
		CASE WHEN k."review_on" IS NULL THEN ', no review date'
			WHEN k."review_on" < :today THEN ', review was due ' || k."review_on"
			ELSE '' END AS "unseen",
		CASE WHEN k."review_on" < :today
			THEN CAST(julianday(:today) - julianday(k."review_on") AS INTEGER)
			ELSE 0 END AS "days"
	FROM "risk" k LEFT JOIN "stakeholder" o ON o."id" = k."owner"
	WHERE coalesce(k."state", 'open') = 'open')
SELECT 'risk', "id", "title", substr("unowned" || "unanswered" || "unseen", 3),
	json_object('owner', "owner",
		'response', json(CASE WHEN "answered" THEN 'true' ELSE 'false' END),
		'review_on', "review_on", 'days_past_review', "days")
FROM "gap"
WHERE "unowned" <> '' OR "unanswered" <> '' OR "unseen" <> ''
