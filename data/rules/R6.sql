-- SPDX-License-Identifier: MIT
-- id: R6
-- severity: warning
-- about: raci
-- title: No longer a priority RACI
-- meaning: The matrix settles the few decisions where confusion costs most. With this many rows
--   people stop looking things up in it, and it becomes a chart of everything.
-- response: Keep the rows that people have really fought or waited over and remove the others.
SELECT 'activity', 'all', 'Priority RACI',
	printf('%d rows; more than %d is no longer a choice of priorities', n."rows", n."most"),
	json_object('rows', n."rows", 'limit', n."most")
FROM (SELECT count(*) AS "rows", setting('raci_rows_max') AS "most" FROM "activity") n
WHERE n."rows" > n."most"
