-- SPDX-License-Identifier: MIT
-- The peer of an import: the best that a careful user writes for the sqlite3 shell. The elements
-- are materialised once, so that the document is parsed once, each with its list of relationships
-- apart; owners and targets are found by an index on the ids. The shell is given the tables, the
-- register's path as :register and, because that lives in a temporary table, temp_store = MEMORY
-- before it.
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = FULL;
BEGIN IMMEDIATE;
CREATE TEMP TABLE "element" ("n" INTEGER PRIMARY KEY, "key" TEXT, "value" TEXT, "links" TEXT);
INSERT INTO "element" SELECT 7126851111927441 + "key", json_extract("value", '$.id'), "value",
	json_extract("value", '$.relationships') FROM json_each(readfile(:register),
	'$.stakeholders');
CREATE UNIQUE INDEX temp."element_key" ON "element"("key");
INSERT INTO "stakeholder" ("id", "key", "name", "kind", "organisation", "job_title", "email",
	"group", "owner", "attitude",
	"desired_attitude", "influence", "interest", "channel", "main_concern", "resistance",
	"can_slow_decisions",
	"can_reinterpret_priorities", "can_ignore_cadence", "cadence_days", "last_contact_on",
	"status", "status_on", "notes", "active")
SELECT "n", "key", json_extract("value", '$.name'), json_extract("value", '$.kind'),
	json_extract("value", '$.organisation'), json_extract("value", '$.job_title'),
	json_extract("value", '$.email'),
	json_extract("value", '$.group'),
	(SELECT o."n" FROM "element" o WHERE o."key" = json_extract(e."value", '$.owner')),
	json_extract("value", '$.attitude'), json_extract("value", '$.desired_attitude'),
	json_extract("value", '$.influence'), json_extract("value", '$.interest'),
	json_extract("value", '$.channel'),
	json_extract("value", '$.main_concern'), json_extract("value", '$.resistance'),
	json_extract("value", '$.can_slow_decisions'),
	json_extract("value", '$.can_reinterpret_priorities'),
	json_extract("value", '$.can_ignore_cadence'), json_extract("value", '$.cadence_days'),
	json_extract("value", '$.last_contact_on'), json_extract("value", '$.status'),
	json_extract("value", '$.status_on'),
	json_extract("value", '$.notes'), json_extract("value", '$.active')
FROM "element" e ORDER BY "n";
INSERT INTO "relationship" ("id", "from", "to", "kind", "strength", "note")
SELECT 456118471163356233 + row_number() OVER (), e."n", t."n", json_extract(r."value", '$.kind'),
	json_extract(r."value", '$.strength'), json_extract(r."value", '$.note')
FROM "element" e CROSS JOIN json_each(e."links") r
	CROSS JOIN "element" t ON t."key" = json_extract(r."value", '$.to')
WHERE e."links" IS NOT NULL;
COMMIT;
