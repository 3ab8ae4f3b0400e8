-- SPDX-License-Identifier: MIT
-- id: F5
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: Functions do not trust each other
-- meaning: A mandate from the centre would be read as one function's move against another.
-- response: Run the pilot in one willing business unit and let the others come and look before
--   anything is required of them.
SELECT 'question', "id", "prompt", "message", "facts" FROM "question_finding"
WHERE "key" = 'cross-functional-trust' AND "state" = 'red'
