-- SPDX-License-Identifier: MIT
-- id: F9
-- severity: warning
-- about: readiness
-- uses: readiness
-- title: No examples to learn from
-- meaning: Without examples from this organisation, drafting becomes a debate about words.
-- response: Put a milestone for a playbook with real examples before drafting starts.
SELECT 'question', "id", "prompt", "message", "facts" FROM "question_finding"
WHERE "key" = 'playbooks' AND "state" IN ('red', 'amber')
