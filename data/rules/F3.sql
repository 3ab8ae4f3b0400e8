-- SPDX-License-Identifier: MIT
-- id: F3
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: Key results would rest on numbers that nobody has
-- meaning: A key result on a measure that does not exist yet turns the first check-ins into
--   arguments about data.
-- response: Use only measures that exist today in the pilot, and prove a milestone that baselines
--   them before the pilot starts.
SELECT 'question', "id", "prompt", "message", "facts" FROM "question_finding"
WHERE "key" = 'measurement' AND "state" IN ('red', 'amber')
