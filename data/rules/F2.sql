-- SPDX-License-Identifier: MIT
-- id: F2
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: Managers have no room for another rhythm
-- meaning: Where managers are already full, a full-size first cycle is filled in at night and
--   believed by nobody.
-- response: Make the first cycle simple: one objective and at most three key results a team,
--   check-ins every two weeks, and waves of half the size.
SELECT 'question', "id", "prompt", "message", "facts" FROM "question_finding"
WHERE "key" = 'manager-capacity' AND "state" IN ('red', 'amber')
