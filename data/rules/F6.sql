-- SPDX-License-Identifier: MIT
-- id: F6
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: People do not feel safe to miss
-- meaning: Where a missed number can hurt its owner, people set what they are sure of and hide
--   what goes wrong.
-- response: Plan an intervention with an owner: key results stay out of appraisal for two cycles,
--   and leaders review their own misses first.
SELECT 'question', "id", "prompt", "message", "facts" FROM "question_finding"
WHERE "key" = 'psychological-safety' AND "state" IN ('red', 'amber')
