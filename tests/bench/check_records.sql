-- SPDX-License-Identifier: MIT
-- What `check` looks at beside the register: 10,000 milestones with two predecessors each, and a
-- full RACI of 40 rows and 12 columns. Put into a programme that holds the generated register;
-- its history does not know of it, which checking does not mind.
BEGIN;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
INSERT INTO "workstream" ("id", "name", "lead", "position")
	SELECT i, 'Workstream ' || i,
	(SELECT "id" FROM "stakeholder" WHERE "key" = printf('p-%07d', i)), i FROM n;
INSERT INTO "phase" ("id", "name", "starts_on", "ends_on") VALUES (1, 'pilot', '2026-09-01',
	'2026-12-31'),
	(2, 'scale', '2027-01-01', '2027-06-30'), (3, 'embed', '2027-07-01', '2027-12-31');
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
INSERT INTO "milestone" ("id", "title", "kind", "workstream", "phase", "owner", "baseline_on",
	"forecast_on", "work_days", "state")
	SELECT i, 'Teams of area ' || i || ' review their own key results',
		CASE i % 4 WHEN 0 THEN 'delivery' WHEN 1 THEN 'gate' ELSE 'adoption' END,
		1 + i % 10, 1 + i % 3,
		CASE WHEN i % 9 THEN (SELECT "id" FROM "stakeholder" WHERE "key" = printf('p-%07d', 1 + i % 50)) END,
		date('2026-09-01', '+' || (i / 25) || ' days'),
		date('2026-09-01', '+' || (i / 25 + i % 14) || ' days'),
		1 + i % 20,
		CASE i % 5 WHEN 0 THEN 'in_progress' WHEN 1 THEN 'claimed' ELSE 'planned' END FROM n;
WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
INSERT INTO "dependency" ("from", "to", "lag_days") SELECT i - 1, i,
	0 FROM n UNION ALL SELECT i / 2, i, 5 FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
INSERT INTO "activity" ("id", "name", "position") SELECT i, 'Decision of kind ' || i, i FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
INSERT INTO "role" ("id", "name", "position") SELECT i, 'Role ' || i, i FROM n;
INSERT INTO "role_holder" ("role", "stakeholder")
	SELECT r."id",
	s."id" FROM "role" r JOIN "stakeholder" s ON s."key" = printf('p-%07d', r."id");
INSERT INTO "assignment" ("activity", "role", "letters")
	SELECT a."id", r."id",
	CASE (a."id" + r."id") % 12 WHEN 0 THEN 'A' WHEN 1 THEN 'R' WHEN 2 THEN 'R' WHEN 3 THEN 'C' ELSE 'I' END
	FROM "activity" a, "role" r;
COMMIT;
