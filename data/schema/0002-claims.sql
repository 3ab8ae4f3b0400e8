-- SPDX-License-Identifier: MIT
-- Version 2: what came of each claim, and the history of one record without reading all of it.

CREATE INDEX "change_record" ON "change"("record") WHERE "kind" <> 'insert';
CREATE INDEX "change_insert" ON "change"("last") WHERE "kind" = 'insert' AND "new" IS NULL;

-- One time a milestone was said to be reached, and what came of it; written by the program when a milestone is claimed, accepted or sent back.
CREATE TABLE "claim" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"milestone" INTEGER NOT NULL REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The milestone that was said to be reached.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was claimed.
	"by" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who claimed it: the owner of that day.
	"verdict" TEXT CHECK ("verdict" = 'waiting' OR "verdict" = 'accepted' OR "verdict" = 'rejected' OR "verdict" = 'withdrawn'),  -- What came of it.
	"verdict_on" TEXT CHECK ("verdict_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was judged or taken back.
	"verdict_by" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who judged it.
	"reason" TEXT CHECK (length("reason") BETWEEN 1 AND 10000)  -- Why it was judged so; a rejection needs it.
) STRICT;
CREATE UNIQUE INDEX "claim_key" ON "claim"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "claim_milestone" ON "claim"("milestone");
