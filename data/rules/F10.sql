-- SPDX-License-Identifier: MIT
-- id: F10
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: The functions behind the rollout do not hand over to each other
-- meaning: People function, strategy, product and operations each think that another one answers
--   for the next step.
-- response: Make a RACI without errors a condition of the scale phase.
SELECT 'question', "id", "prompt", "message", "facts" FROM "question_finding"
WHERE "key" = 'handoffs' AND "state" IN ('red', 'amber')
