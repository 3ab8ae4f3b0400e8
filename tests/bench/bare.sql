-- SPDX-License-Identifier: MIT
-- The two tables of a register with nothing but their columns: no checks, no foreign keys, no
-- secondary indexes. What an import would cost if the file promised nothing.
CREATE TABLE "stakeholder" (
	"id" INTEGER PRIMARY KEY NOT NULL,
	"key" TEXT, "name" TEXT NOT NULL, "kind" TEXT, "organisation" TEXT, "job_title" TEXT,
	"email" TEXT, "group" TEXT,
	"owner" INTEGER, "attitude" TEXT, "desired_attitude" TEXT, "influence" INTEGER,
	"interest" INTEGER, "channel" TEXT,
	"main_concern" TEXT, "resistance" TEXT, "can_slow_decisions" INTEGER,
	"can_reinterpret_priorities" INTEGER,
	"can_ignore_cadence" INTEGER, "cadence_days" INTEGER, "last_contact_on" TEXT,
	"status" TEXT, "status_on" TEXT,
	"notes" TEXT, "active" INTEGER
) STRICT;
CREATE TABLE "relationship" (
	"id" INTEGER PRIMARY KEY NOT NULL,
	"key" TEXT, "from" INTEGER NOT NULL, "to" INTEGER NOT NULL, "kind" TEXT,
	"strength" INTEGER, "note" TEXT
) STRICT;
