-- SPDX-License-Identifier: MIT
-- id: F8
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: Too few people to help the teams
-- meaning: Teams that draft alone copy their task list into a form, and the first bad quarter
--   settles their opinion.
-- response: Train coaches before the next wave, and take no more teams into a wave than the
--   coaches can carry.
SELECT 'question', "id", "prompt", "message", "facts" FROM "question_finding"
WHERE "key" = 'coaching' AND "state" IN ('red', 'amber')
