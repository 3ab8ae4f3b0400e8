-- SPDX-License-Identifier: MIT
-- The readiness diagnosis as of :today, from the answers: what the rules F1 to F11 and the readiness
-- report both read. A rule that uses it says so in its header ("-- uses: readiness").
--
-- "answer": each person's newest answer to each question; a score of NULL is "not known", an answer
--   of its own that never counts as a middle mark. Answers dated later than :today do not count yet.
"answer" AS MATERIALIZED (
	SELECT "question", "respondent", "score", "evidence", "on",
		"on" < date(:today, '-' || setting('evidence_stale_days') || ' days') AS "stale"
	FROM (
		SELECT *, row_number() OVER (PARTITION BY "question", "respondent"
			ORDER BY "on" DESC, "id" DESC) AS "place"
		FROM "response" WHERE "on" <= :today)
	WHERE "place" = 1),
-- "question_state": one row a question. state: red, amber, green, or unknown where nobody gave a
--   score. spread: how far the scores lie apart; misaligned whatever the mean.
"question_state" AS MATERIALIZED (
	SELECT "id", "key", "area", "prompt", "critical", "position", "asked", "known",
		"asked" - "known" AS "not_known", "mean", "lowest", "highest", "stale", "newest_on",
		"highest" - "lowest" AS "spread",
		"known" > 0 AND "highest" - "lowest" >= setting('spread_misaligned') AS "misaligned",
		CASE WHEN "known" = 0 THEN 'unknown'
			WHEN "mean" <= setting('readiness_red_mean') THEN 'red'
			WHEN "mean" <= setting('readiness_amber_mean') THEN 'amber'
			ELSE 'green' END AS "state"
	FROM (
		SELECT q."id", q."key", q."area", q."prompt", q."critical" IS 1 AS "critical",
			q."position", count(a."question") AS "asked", count(a."score") AS "known",
			avg(a."score") AS "mean", min(a."score") AS "lowest",
			max(a."score") AS "highest",
			coalesce(sum(a."stale" AND a."score" IS NOT NULL), 0) AS "stale",
			max(a."on") AS "newest_on"
		FROM "question" q LEFT JOIN "answer" a ON a."question" = q."id"
		GROUP BY q."id")),
-- "area_state": one row for each of the four areas, also one without questions. The weakest link
--   decides: red by a critical red question, amber by any red or amber one or too much that is not
--   known, unknown where too few questions have a score, else green.
"area_state" AS MATERIALIZED (
	SELECT "area", "place", "questions", "known_questions", "mean", "asked", "not_known", "reds",
		"ambers", "misaligned", "stale",
		CASE WHEN "critical_reds" > 0 THEN 'red'
			WHEN "reds" + "ambers" > 0 THEN 'amber'
			WHEN 100 * "not_known" > setting('not_known_amber_percent') * "asked"
				OR 100 * "only_not_known" >
				setting('not_known_amber_percent') * "questions" THEN 'amber'
			WHEN "questions" = 0 OR round(100.0 * "known_questions" / "questions") <
				setting('answered_min_percent') THEN 'unknown'
			ELSE 'green' END AS "state"
	FROM (
		SELECT n."area", n."place", count(s."id") AS "questions",
			coalesce(sum(s."known" > 0), 0) AS "known_questions",
			avg(s."mean") AS "mean", coalesce(sum(s."asked"), 0) AS "asked",
			coalesce(sum(s."not_known"), 0) AS "not_known",
			coalesce(sum(s."asked" > 0 AND s."known" = 0), 0) AS "only_not_known",
			coalesce(sum(s."state" = 'red'), 0) AS "reds",
			coalesce(sum(s."state" = 'red' AND s."critical"), 0) AS "critical_reds",
			coalesce(sum(s."state" = 'amber'), 0) AS "ambers",
			coalesce(sum(s."misaligned"), 0) AS "misaligned",
			coalesce(sum(s."stale"), 0) AS "stale"
		FROM (SELECT 'leadership' AS "area", 1 AS "place" UNION ALL
			SELECT 'operations', 2 UNION ALL SELECT 'culture', 3 UNION ALL
			SELECT 'adoption', 4) n
			LEFT JOIN "question_state" s ON s."area" = n."area"
		GROUP BY n."area")),
-- "question_finding": how a rule says what it found about a question.
"question_finding" AS (
	SELECT "id", "key", "prompt", "state",
		printf('%s with a mean of %.1f over %d answer%s%s', "state", "mean", "known",
			iif("known" = 1, '', 's'),
			iif("misaligned", printf('; they lie %d apart', "spread"), '')) AS "message",
		json_object('question', "key", 'area', "area", 'state', "state",
			'mean', round("mean", 2), 'answers', "known", 'not_known', "not_known",
			'spread', "spread", 'red_mean', setting('readiness_red_mean'),
			'amber_mean', setting('readiness_amber_mean')) AS "facts"
	FROM "question_state")
