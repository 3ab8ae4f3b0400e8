-- SPDX-License-Identifier: MIT
-- id: F4
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: No review rhythm to bolt OKRs on to
-- meaning: Where plans are not reviewed today, OKRs do not bring reviews with them; they join
--   what is ignored.
-- response: First get an existing forum to review something every time it meets; put a milestone
--   for that before OKRs enter it.
SELECT 'question', "id", "prompt", "message", "facts" FROM "question_finding"
WHERE "key" = 'planning-discipline' AND "state" IN ('red', 'amber')
