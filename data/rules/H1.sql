-- SPDX-License-Identifier: MIT
-- id: H1
-- severity: warning
-- about: roadmap
-- uses: ticks
-- title: Done by ticking it
-- meaning: A team that is handed off, a pass, a capability, an applied lesson or a closed escalation that
--   rests on nothing will have to be done again, by people who believed it was over.
-- response: Write down what shows it: evidence, the change it made, the outcome; else take the tick back.
-- Writing such a state is refused without an override; an override stays visible here.
SELECT "type", "id", "title",
	iif("override_reason" IS NULL, "said" || ', but ' || "lacks", "said" || ' by override'),
	json_object('said', "said", 'override', "override_reason" IS NOT NULL)
FROM "ticked"
