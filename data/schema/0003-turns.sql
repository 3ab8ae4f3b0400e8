-- SPDX-License-Identifier: MIT
-- Version 3: every undo and redo is kept, where the last one used to be written over the one before.

-- One time a step was taken back or put forward again; never changed, never deleted.
CREATE TABLE "turn" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- from the clock that gives steps their ids, so that both are in one order
	"step" INTEGER NOT NULL,  -- the step that was turned
	"back" INTEGER NOT NULL CHECK ("back" IN (0, 1)),  -- 1 undone, 0 redone
	"at" TEXT NOT NULL,  -- UTC, YYYY-MM-DDTHH:MM:SSZ
	"who" TEXT NOT NULL  -- as the author called himself
) STRICT;
CREATE INDEX "turn_step" ON "turn"("step");

-- What is known of the past: the last undo of each step that does not stand. It came before the next step that was made after it, and what one
-- step overtook had been undone from the newest to the oldest. What can be redone was undone after everything else.
WITH "gone" AS (
	SELECT "id", coalesce("undone_at", "at") AS "at", coalesce("undone_by", "who") AS "who",
		iif("state" = 1, NULL, (SELECT n."id" FROM "step" n WHERE n."id" > s."id" AND (n."state" IN (0, 3) OR n."at" >= s."undone_at")
			ORDER BY n."id" LIMIT 1)) AS "next"
	FROM "step" s WHERE "state" IN (1, 2)
), "placed" AS (
	SELECT *, row_number() OVER "same" AS "nth", count(*) OVER (PARTITION BY "next") AS "count"
	FROM "gone" WINDOW "same" AS (PARTITION BY "next" ORDER BY "id" DESC)
)
INSERT OR IGNORE INTO "turn"
SELECT iif("next" IS NULL, (((SELECT max("id") FROM "step") >> 21) + 1) << 21, "next" - "count" - 1) + "nth", "id", 1, "at", "who"
FROM "placed";

-- Where steps lie too close for their undos to lie between them, any place does.
INSERT INTO "turn"
SELECT (((SELECT max("id") FROM (SELECT "id" FROM "step" UNION ALL SELECT "id" FROM "turn")) >> 21) + 1) << 21 | row_number() OVER (ORDER BY "id" DESC),
	"id", 1, coalesce("undone_at", "at"), coalesce("undone_by", "who")
FROM "step" WHERE "state" IN (1, 2) AND "id" NOT IN (SELECT "step" FROM "turn");

-- The steps without the stamps that turns have now.
CREATE TABLE "step_new" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- grows with every step
	"at" TEXT NOT NULL,  -- UTC, YYYY-MM-DDTHH:MM:SSZ
	"who" TEXT NOT NULL,  -- as the author called himself
	"label" TEXT NOT NULL,  -- what was done; never an opinion about a person
	"changes" INTEGER NOT NULL,  -- records and fields changed
	"state" INTEGER NOT NULL CHECK ("state" BETWEEN 0 AND 3)  -- 0 done, 1 undone, 2 undone and overtaken, 3 origin
) STRICT;
INSERT INTO "step_new" SELECT "id", "at", "who", "label", "changes", "state" FROM "step";
DROP TABLE "step";
ALTER TABLE "step_new" RENAME TO "step";
CREATE INDEX "step_undone" ON "step"("state") WHERE "state" = 1;
