-- SPDX-License-Identifier: MIT
-- id: F7
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: Nobody may say that something should stop
-- meaning: Where challenge is unwelcome every new objective is added to the old work, and the
--   important one drowns.
-- response: Plan an intervention with an owner: a limit on priorities, and a session that decides
--   what stops.
SELECT 'question', "id", "prompt", "message", "facts" FROM "question_finding"
WHERE "key" = 'tolerance-of-challenge' AND "state" IN ('red', 'amber')
