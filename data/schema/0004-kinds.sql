-- SPDX-License-Identifier: MIT
-- Version 4: kinds training and launch of milestones, gates settled by a decision, overrides and links where things are done by evidence.

ALTER TABLE "evidence" ADD COLUMN "link" TEXT CHECK (length("link") BETWEEN 1 AND 200);  -- Web address or path of the paper that proves it.
ALTER TABLE "decision" ADD COLUMN "link" TEXT CHECK (length("link") BETWEEN 1 AND 200);  -- Web address or path of the paper that proves it.
ALTER TABLE "meeting" ADD COLUMN "link" TEXT CHECK (length("link") BETWEEN 1 AND 200);  -- Web address or path of the paper that proves it.
ALTER TABLE "capability" ADD COLUMN "override_reason" TEXT CHECK (length("override_reason") BETWEEN 1 AND 10000);  -- Why it counts as done without evidence; shown from then on.
ALTER TABLE "capability" ADD COLUMN "link" TEXT CHECK (length("link") BETWEEN 1 AND 200);  -- Web address or path of the paper that proves it.
ALTER TABLE "handoff" ADD COLUMN "override_reason" TEXT CHECK (length("override_reason") BETWEEN 1 AND 10000);  -- Why a pass counts without evidence; shown from then on.
ALTER TABLE "lesson" ADD COLUMN "override_reason" TEXT CHECK (length("override_reason") BETWEEN 1 AND 10000);  -- Why it counts as applied without saying what changed; shown from then on.
ALTER TABLE "escalation" ADD COLUMN "override_reason" TEXT CHECK (length("override_reason") BETWEEN 1 AND 10000);  -- Why it is closed without an outcome, or raised without a finding; shown from then on.
ALTER TABLE "team" ADD COLUMN "override_reason" TEXT CHECK (length("override_reason") BETWEEN 1 AND 10000);  -- Why the team counts as handed off without passing the gate; shown from then on.

-- A change that could be proven by evidence, as before, with two kinds more.
CREATE TABLE "milestone_new" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"title" TEXT NOT NULL CHECK (length("title") BETWEEN 1 AND 200),  -- Who does what differently when it is reached.
	"kind" TEXT CHECK ("kind" = 'delivery' OR "kind" = 'adoption' OR "kind" = 'gate' OR "kind" = 'intervention' OR "kind" = 'training' OR "kind" = 'launch'),  -- What sort of step it is.
	"workstream" INTEGER REFERENCES "workstream"("id") DEFERRABLE INITIALLY DEFERRED,  -- The stream it belongs to.
	"phase" INTEGER REFERENCES "phase"("id") DEFERRABLE INITIALLY DEFERRED,  -- The phase in which it falls due.
	"slice" INTEGER REFERENCES "slice"("id") DEFERRABLE INITIALLY DEFERRED,  -- The slice in which it falls due.
	"team" INTEGER REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The team it is about, where it is one.
	"parent" INTEGER REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The larger item it is a part of.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The one person who answers for it.
	"baseline_on" TEXT CHECK ("baseline_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day promised last; only a new baseline moves it.
	"forecast_on" TEXT CHECK ("forecast_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day its owner expects it today.
	"actual_on" TEXT CHECK ("actual_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which it was really reached.
	"work_days" INTEGER CHECK ("work_days" BETWEEN 0 AND 3660),  -- Working days it takes once it can start.
	"likely_late_days" INTEGER CHECK ("likely_late_days" BETWEEN 0 AND 3660),  -- Days it could easily run late; the simulation uses it.
	"wave" INTEGER CHECK ("wave" BETWEEN 0 AND 99),  -- The wave it is about, where it is one; 0 is the pilot.
	"settled" TEXT CHECK ("settled" = 'go' OR "settled" = 'go_with_conditions' OR "settled" = 'hold' OR "settled" = 'stop'),  -- Of a gate: what was decided at it.
	"condition_of" INTEGER REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The gate that was passed on the condition that this is reached in time.
	"state" TEXT CHECK ("state" = 'planned' OR "state" = 'in_progress' OR "state" = 'claimed' OR "state" = 'accepted' OR "state" = 'dropped'),  -- How far it has come.
	"because" TEXT CHECK (length("because") BETWEEN 1 AND 10000),  -- The finding or decision that put it on the roadmap.
	"override_reason" TEXT CHECK (length("override_reason") BETWEEN 1 AND 10000),  -- Why a rule was set aside for it; shown from then on.
	"link" TEXT CHECK (length("link") BETWEEN 1 AND 200)  -- Web address or path of the paper that proves it.
) STRICT;
INSERT INTO "milestone_new" ("id", "key", "title", "kind", "workstream", "phase", "slice", "team", "parent", "owner", "baseline_on", "forecast_on", "actual_on", "work_days", "likely_late_days", "state", "because", "override_reason")
SELECT "id", "key", "title", "kind", "workstream", "phase", "slice", "team", "parent", "owner", "baseline_on", "forecast_on", "actual_on", "work_days", "likely_late_days", "state", "because", "override_reason" FROM "milestone";
DROP TABLE "milestone";
ALTER TABLE "milestone_new" RENAME TO "milestone";
CREATE UNIQUE INDEX "milestone_key" ON "milestone"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "milestone_workstream" ON "milestone"("workstream");
CREATE INDEX "milestone_phase" ON "milestone"("phase");
CREATE INDEX "milestone_slice" ON "milestone"("slice");
CREATE INDEX "milestone_parent" ON "milestone"("parent");
CREATE INDEX "milestone_owner" ON "milestone"("owner");

-- Rules looked for training and launches by the words of a title; kinds say it from now on. The words, and the key of the launch that `plan` drafts,
-- count this one last time, only where nobody chose a gate or an intervention, and what they decided is a step like any other.
WITH "spoken" AS (
	SELECT "id", "key", "kind",
		' ' || replace(replace(replace(lower("title"), 'before launch', ''), 'after launch', ''), 'since launch', '') AS "title"
	FROM "milestone" WHERE "kind" IS NULL OR "kind" IN ('adoption', 'delivery')
), "heard" AS (
	SELECT "id", "kind", CASE
		WHEN "key" IS 'pilot-launch' THEN 'launch'
		WHEN "title" LIKE '% train%' THEN 'training'
		WHEN "title" LIKE '% launch%' OR "title" LIKE '% kick-off%' OR "title" LIKE '% kickoff%' OR "title" LIKE '% kicked off%' THEN 'launch'
		END AS "new"
	FROM "spoken"
)
INSERT INTO "change" ("step", "n", "record", "last", "type", "kind", "field", "old", "new")
SELECT ((coalesce((SELECT max("id") FROM (SELECT "id" FROM "step" UNION ALL SELECT "id" FROM "turn")), 0) >> 21) + 1) << 21,
	row_number() OVER (ORDER BY "id") - 1, "id", "id", 'milestone', 'update', 'kind', "kind", "new"
FROM "heard" WHERE "new" IS NOT NULL;
INSERT INTO "step" ("id", "at", "who", "label", "changes", "state")
SELECT "step", strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'rollout', 'give milestones the kind that their titles say', count(*), 0
FROM "change" WHERE "step" > coalesce((SELECT max("id") FROM "step"), 0) GROUP BY "step";
UPDATE "milestone" SET "kind" = c."new" FROM "change" c
WHERE c."record" = "milestone"."id" AND c."step" = (SELECT max("id") FROM "step" WHERE "label" = 'give milestones the kind that their titles say');
