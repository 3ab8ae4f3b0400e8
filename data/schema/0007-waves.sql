-- SPDX-License-Identifier: MIT
-- Version 7: waves are records with the gate they wait for, and engagement keeps its distance to the launch of its wave.

ALTER TABLE "engagement" ADD COLUMN "days_from_launch" INTEGER CHECK ("days_from_launch" BETWEEN -3660 AND 3660);  -- Days from its wave's launch to the day it is due; kept while the launch moves, and emptied once a person sets that day.

-- Teams that start together, the gate they wait for, and the day on which they do; a team's wave is its place in one.
CREATE TABLE "wave" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"number" INTEGER NOT NULL CHECK ("number" BETWEEN 0 AND 99),  -- Its place in the order of waves; 0 is the pilot.
	"name" TEXT CHECK (length("name") BETWEEN 1 AND 200),  -- What people call it.
	"gate" INTEGER REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The gate it waits for; its launch moves with it.
	"launches_on" TEXT CHECK ("launches_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which a person wants it to launch; empty: two weeks behind its gate, on a Monday.
	"launched_on" TEXT CHECK ("launched_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which its teams really started.
	"note" TEXT CHECK (length("note") BETWEEN 1 AND 10000)  -- What should be remembered about it.
) STRICT;
CREATE UNIQUE INDEX "wave_key" ON "wave"("key") WHERE "key" IS NOT NULL;

-- Teams and engagement named waves by number. Each of them is a record from now on, with an id that copies of the file agree on. The first one behind
-- the pilot waits for the pilot's gate; others keep the day on which they were taken to launch: so many cycles behind the programme.
INSERT INTO "wave" ("id", "key", "number", "name", "gate", "launches_on")
SELECT p."id" + 1 + w."wave", iif(w."wave" = 0, 'wave-0', 'wave-' || w."wave"), w."wave", iif(w."wave" = 0, 'Pilot', 'Wave ' || w."wave"),
	iif(w."wave" = 1, (SELECT "id" FROM "milestone" WHERE "key" = 'pilot-gate'), NULL),
	iif(w."wave" = 0 OR (w."wave" = 1 AND EXISTS (SELECT 1 FROM "milestone" WHERE "key" = 'pilot-gate')), NULL,
		date(p."launches_on", (w."wave" * max(coalesce(p."cycle_weeks", 13), 1) * 7) || ' days'))
FROM (SELECT "wave" FROM "team" WHERE "wave" IS NOT NULL UNION SELECT "wave" FROM "engagement" WHERE "wave" IS NOT NULL) w
	JOIN (SELECT * FROM "programme" ORDER BY "id" LIMIT 1) p
WHERE w."wave" BETWEEN 0 AND 99;
INSERT INTO "change" ("step", "n", "record", "last", "type", "kind")
SELECT ((coalesce((SELECT max("id") FROM (SELECT "id" FROM "step" UNION ALL SELECT "id" FROM "turn")), 0) >> 21) + 1) << 21,
	row_number() OVER (ORDER BY "id") - 1, "id", "id", 'wave', 'insert'
FROM "wave";
INSERT INTO "step" ("id", "at", "who", "label", "changes", "state")
SELECT "step", strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'rollout', 'plan the roadmap: waves become records', count(*), 0
FROM "change" WHERE "step" > coalesce((SELECT max("id") FROM "step"), 0) GROUP BY "step";
