-- SPDX-License-Identifier: MIT
-- Version 5: a forum's new rule holds from the day it is made; what was planned by the one before stays.

-- How a forum recurred before its rule or start was changed: what was planned by it stays as it was. Written by the program with the change.
CREATE TABLE "former_rule" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"forum" INTEGER NOT NULL REFERENCES "forum"("id") DEFERRABLE INITIALLY DEFERRED,  -- The forum that recurred so.
	"rule" TEXT NOT NULL CHECK (length("rule") BETWEEN 6 AND 200),  -- How it recurred.
	"starts_on" TEXT NOT NULL CHECK ("starts_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day from which it recurred, as the forum said.
	"until_on" TEXT NOT NULL CHECK ("until_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Last day on which this rule held.
) STRICT;
CREATE UNIQUE INDEX "former_rule_key" ON "former_rule"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "former_rule_forum" ON "former_rule"("forum");
