-- SPDX-License-Identifier: MIT
-- Version 6: whom decisions are asked of, what stops because of them, and how escalations climb.

ALTER TABLE "programme" ADD COLUMN "escalates_to" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED;  -- Who answers where the sponsor is the subject.
ALTER TABLE "stakeholder" ADD COLUMN "team" INTEGER REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED;  -- The team they work in.
ALTER TABLE "stakeholder" ADD COLUMN "function" INTEGER REFERENCES "function"("id") DEFERRABLE INITIALLY DEFERRED;  -- The function they work in.
ALTER TABLE "activity" ADD COLUMN "confirmed_on" TEXT CHECK ("confirmed_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');  -- Day on which somebody last looked at the row and found it right.
ALTER TABLE "decision" ADD COLUMN "asked_of" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED;  -- Who is to take it: one name.
ALTER TABLE "decision" ADD COLUMN "stops_on" TEXT CHECK ("stops_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');  -- Day by which what loses its priority stops.
ALTER TABLE "decision" ADD COLUMN "stopped_on" TEXT CHECK ("stopped_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');  -- Day on which it did.
ALTER TABLE "escalation" ADD COLUMN "moved_on" TEXT CHECK ("moved_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');  -- Day it got its one new due date.
ALTER TABLE "escalation" ADD COLUMN "moved_reason" TEXT CHECK (length("moved_reason") BETWEEN 1 AND 10000);  -- Why it got that.

-- One rung that an escalation went up because it was past due; written down with the next change of the escalation.
CREATE TABLE "climb" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"escalation" INTEGER NOT NULL REFERENCES "escalation"("id") DEFERRABLE INITIALLY DEFERRED,  -- What climbed.
	"level" TEXT NOT NULL CHECK ("level" = 'support' OR "level" = 'escalate' OR "level" = 'reset'),  -- The rung it came to.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Day it came there.
) STRICT;
CREATE UNIQUE INDEX "climb_key" ON "climb"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "climb_escalation" ON "climb"("escalation");
