-- SPDX-License-Identifier: MIT
-- Version 1: every type of the dictionary and the history. Printed from src/model by `rollout schema sql`; a test proves that both agree.

-- The file's own books: who this programme is, for merging copies of it.
CREATE TABLE "meta" (
	"name" TEXT PRIMARY KEY NOT NULL,  -- programme_uid: random, the same in every copy
	"value" TEXT NOT NULL  -- its value
) STRICT, WITHOUT ROWID;

-- One change by somebody: what undo, redo and the log go by.
CREATE TABLE "step" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- grows with every step
	"at" TEXT NOT NULL,  -- UTC, YYYY-MM-DDTHH:MM:SSZ
	"who" TEXT NOT NULL,  -- as the author called himself
	"label" TEXT NOT NULL,  -- what was done; never an opinion about a person
	"changes" INTEGER NOT NULL,  -- records and fields changed
	"state" INTEGER NOT NULL CHECK ("state" BETWEEN 0 AND 3),  -- 0 done, 1 undone, 2 undone and overtaken, 3 origin
	"undone_at" TEXT,  -- when it was last undone
	"undone_by" TEXT  -- by whom
) STRICT;
CREATE INDEX "step_undone" ON "step"("state") WHERE "state" = 1;

-- What a step changed, in order. Values that the tables hold are not held here as well.
CREATE TABLE "change" (
	"step" INTEGER NOT NULL,  -- the step it belongs to
	"n" INTEGER NOT NULL,  -- its place in the step
	"record" INTEGER NOT NULL,  -- the record, or the first of a range of inserted ones
	"last" INTEGER NOT NULL,  -- the last of the range; else the record again
	"type" TEXT NOT NULL,  -- the record's type
	"kind" TEXT NOT NULL CHECK ("kind" = 'insert' OR "kind" = 'update' OR "kind" = 'delete'),  -- what happened to it
	"field" TEXT,  -- of an update
	"old" ANY,  -- update: the value before; delete, while done: the record as JSON
	"new" ANY,  -- update: the value after; insert, while undone: the record as JSON
	PRIMARY KEY ("step", "n", "record")
) STRICT, WITHOUT ROWID;

-- The rollout as a whole: why it exists, when it runs and how often teams meet over their OKRs. A file holds exactly one.
CREATE TABLE "programme" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What people call the programme.
	"purpose" TEXT CHECK (length("purpose") BETWEEN 1 AND 10000),  -- Why the organisation is doing this, in words a sceptic would accept.
	"success_definition" TEXT CHECK (length("success_definition") BETWEEN 1 AND 10000),  -- What people will be doing differently after two cycles if it works.
	"sponsor" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The executive who answers for the programme.
	"lead" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The person who runs the programme day by day.
	"starts_on" TEXT NOT NULL CHECK ("starts_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- First day of the programme's own work.
	"launches_on" TEXT CHECK ("launches_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which the first teams start working with OKRs.
	"cycle_weeks" INTEGER CHECK ("cycle_weeks" BETWEEN 1 AND 52),  -- Weeks in one OKR cycle; 13 is a quarter.
	"check_in_weeks" INTEGER CHECK ("check_in_weeks" BETWEEN 1 AND 4)  -- Weeks between two check-ins of a team: 1 is weekly, 2 fortnightly.
) STRICT;
CREATE UNIQUE INDEX "programme_key" ON "programme"("key") WHERE "key" IS NOT NULL;

-- A number that rules use, changed for this programme. Where there is no such record the built-in value counts.
CREATE TABLE "setting" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What the number is, in a few words.
	"value" TEXT NOT NULL CHECK (length("value") BETWEEN 1 AND 200),  -- The value that rules use from now on.
	"unit" TEXT CHECK (length("unit") BETWEEN 1 AND 200),  -- What the value counts: days, working days, percent.
	"help" TEXT CHECK (length("help") BETWEEN 1 AND 200)  -- What changes when the value does.
) STRICT;
CREATE UNIQUE INDEX "setting_key" ON "setting"("key") WHERE "key" IS NOT NULL;

-- A part of the organisation with one leader, such as sales or finance, and what happens there when adoption stalls.
CREATE TABLE "function" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What the function is called in the organisation.
	"lead" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The person who answers for adoption in this function.
	"stall_tell" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who is told first when adoption stalls here.
	"stall_support" TEXT CHECK (length("stall_support") BETWEEN 1 AND 10000),  -- The help this function is offered when it stalls.
	"stall_reset_after_days" INTEGER CHECK ("stall_reset_after_days" BETWEEN 1 AND 366)  -- Days of stalling after which the decision to reset is taken.
) STRICT;
CREATE UNIQUE INDEX "function_key" ON "function"("key") WHERE "key" IS NOT NULL;

-- A team that takes up OKRs, with what decides when its turn comes and who runs the practice there.
CREATE TABLE "team" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What the team is called.
	"function" INTEGER REFERENCES "function"("id") DEFERRABLE INITIALLY DEFERRED,  -- The function the team belongs to.
	"leader" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The manager who leads the team.
	"coach" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who helps the team through its first cycles.
	"size" INTEGER CHECK ("size" BETWEEN 1 AND 100000),  -- How many people are in the team.
	"capability" TEXT CHECK ("capability" = 'low' OR "capability" = 'high'),  -- How well the team already plans and reviews its work.
	"stance" TEXT CHECK ("stance" = 'willing' OR "stance" = 'neutral' OR "stance" = 'resistant'),  -- Where the team's leader stands towards OKRs.
	"complexity" TEXT CHECK ("complexity" = 'low' OR "complexity" = 'high'),  -- How tangled the team's work is with that of others.
	"cross_functional" INTEGER CHECK ("cross_functional" IN (0, 1)),  -- Whether the team delivers across several functions.
	"wave" INTEGER CHECK ("wave" BETWEEN 0 AND 99),  -- The wave in which the team starts; 0 is the pilot.
	"pinned_reason" TEXT CHECK (length("pinned_reason") BETWEEN 1 AND 10000),  -- Why a person fixed this wave; without it the program may propose another.
	"ownership" TEXT CHECK ("ownership" = 'central' OR "ownership" = 'supported' OR "ownership" = 'handed_off'),  -- Who runs the OKR practice in this team now.
	"fallback" TEXT CHECK ("fallback" = 'extend_support' OR "fallback" = 'simplify' OR "fallback" = 'retrain')  -- What the team gets after failing the handoff gate.
) STRICT;
CREATE UNIQUE INDEX "team_key" ON "team"("key") WHERE "key" IS NOT NULL;

-- Two teams whose work depends on each other; such teams are best placed in neighbouring waves.
CREATE TABLE "team_link" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"from" INTEGER NOT NULL REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- One of the two teams.
	"to" INTEGER NOT NULL REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The other team.
	"note" TEXT CHECK (length("note") BETWEEN 1 AND 10000)  -- What ties the two teams together.
) STRICT;
CREATE UNIQUE INDEX "team_link_key" ON "team_link"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "team_link_from" ON "team_link"("from");
CREATE INDEX "team_link_to" ON "team_link"("to");

-- A person, or a group met as one, who can help the rollout, slow it or bend it: the register.
CREATE TABLE "stakeholder" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- Full name of the person, or what the group is called.
	"kind" TEXT CHECK ("kind" = 'person' OR "kind" = 'group'),  -- Whether this is one person or a group met as one.
	"organisation" TEXT CHECK (length("organisation") BETWEEN 1 AND 200),  -- Company, department or unit they belong to.
	"job_title" TEXT CHECK (length("job_title") BETWEEN 1 AND 200),  -- The post they hold.
	"email" TEXT CHECK (length("email") BETWEEN 1 AND 200),  -- Where to write to them.
	"group" TEXT CHECK ("group" = 'executive_sponsor' OR "group" = 'strategy_owner' OR "group" = 'functional_lead' OR "group" = 'coach' OR "group" = 'end_user' OR "group" = 'enabling_function' OR "group" = 'external_partner'),  -- The part they play in the rollout.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The person who looks after this relationship.
	"attitude" TEXT CHECK ("attitude" = 'active' OR "attitude" = 'passive' OR "attitude" = 'mixed' OR "attitude" = 'resistant' OR "attitude" = 'unknown'),  -- Where they stand today, judged by what they do.
	"desired_attitude" TEXT CHECK ("desired_attitude" = 'active' OR "desired_attitude" = 'passive' OR "desired_attitude" = 'mixed' OR "desired_attitude" = 'resistant' OR "desired_attitude" = 'unknown'),  -- Where they need to stand for the rollout to hold.
	"influence" INTEGER CHECK ("influence" BETWEEN 1 AND 5),  -- How much their view sways others: 1 hardly, 5 decisively.
	"interest" INTEGER CHECK ("interest" BETWEEN 1 AND 5),  -- How much the outcome matters to them: 1 hardly, 5 a great deal.
	"channel" TEXT CHECK ("channel" = 'workshop' OR "channel" = 'one_to_one' OR "channel" = 'written_brief' OR "channel" = 'check_in' OR "channel" = 'forum'),  -- The way they would rather be reached.
	"main_concern" TEXT CHECK (length("main_concern") BETWEEN 1 AND 10000),  -- What they fear to lose by it.
	"resistance" TEXT CHECK ("resistance" = 'executive_drift' OR "resistance" = 'middle_management_protection' OR "resistance" = 'team_apathy' OR "resistance" = 'support_function_distance'),  -- The way their reluctance usually shows.
	"can_slow_decisions" INTEGER CHECK ("can_slow_decisions" IN (0, 1)),  -- Whether they can hold a decision up.
	"can_reinterpret_priorities" INTEGER CHECK ("can_reinterpret_priorities" IN (0, 1)),  -- Whether they can turn a priority into something else on its way down.
	"can_ignore_cadence" INTEGER CHECK ("can_ignore_cadence" IN (0, 1)),  -- Whether they can stay away from the meetings unpunished.
	"cadence_days" INTEGER CHECK ("cadence_days" BETWEEN 1 AND 366),  -- Days that may pass between two contacts.
	"last_contact_on" TEXT CHECK ("last_contact_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day of the last real exchange with them.
	"status" TEXT CHECK (length("status") BETWEEN 1 AND 200),  -- What holds for them at the moment, in a few words.
	"status_on" TEXT CHECK ("status_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which that was last confirmed.
	"notes" TEXT CHECK (length("notes") BETWEEN 1 AND 10000),  -- What else the lead should remember about them.
	"active" INTEGER CHECK ("active" IN (0, 1))  -- No once they have left or no longer matter to the rollout.
) STRICT;
CREATE UNIQUE INDEX "stakeholder_key" ON "stakeholder"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "stakeholder_name" ON "stakeholder"("name");
CREATE INDEX "stakeholder_owner" ON "stakeholder"("owner");

-- How one stakeholder bears on another; the links that routes to a resistant person are found along.
CREATE TABLE "relationship" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"from" INTEGER NOT NULL REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The person from whom it goes out.
	"to" INTEGER NOT NULL REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The person it bears on.
	"kind" TEXT CHECK ("kind" = 'influences' OR "kind" = 'reports_to' OR "kind" = 'depends_on' OR "kind" = 'advises' OR "kind" = 'blocks'),  -- What the first is to the second.
	"strength" INTEGER CHECK ("strength" BETWEEN 1 AND 3),  -- How strong the link is: 1 loose, 3 close.
	"note" TEXT CHECK (length("note") BETWEEN 1 AND 10000)  -- How one knows about it.
) STRICT;
CREATE UNIQUE INDEX "relationship_key" ON "relationship"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "relationship_from" ON "relationship"("from");
CREATE INDEX "relationship_to" ON "relationship"("to");

-- One real exchange with a stakeholder: the log behind last contact and the trend of attitudes.
CREATE TABLE "contact" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"stakeholder" INTEGER NOT NULL REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who was spoken with.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day of the exchange.
	"by" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who of us spoke with them.
	"channel" TEXT CHECK ("channel" = 'workshop' OR "channel" = 'one_to_one' OR "channel" = 'written_brief' OR "channel" = 'check_in' OR "channel" = 'forum'),  -- How the two met.
	"summary" TEXT CHECK (length("summary") BETWEEN 1 AND 10000),  -- What was said that matters later.
	"attitude_after" TEXT CHECK ("attitude_after" = 'active' OR "attitude_after" = 'passive' OR "attitude_after" = 'mixed' OR "attitude_after" = 'resistant' OR "attitude_after" = 'unknown')  -- Where they stood when it was over.
) STRICT;
CREATE UNIQUE INDEX "contact_key" ON "contact"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "contact_stakeholder" ON "contact"("stakeholder");

-- Something done for a group or a person at one stage of a wave, so that they can take part rather than be informed.
CREATE TABLE "engagement" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"action" TEXT NOT NULL CHECK (length("action") BETWEEN 1 AND 200),  -- What will be done, with a verb.
	"stage" TEXT NOT NULL CHECK ("stage" = 'pre_launch' OR "stage" = 'launch' OR "stage" = 'first_cycle' OR "stage" = 'ongoing'),  -- The stage of the wave it belongs to.
	"group" TEXT CHECK ("group" = 'executive_sponsor' OR "group" = 'strategy_owner' OR "group" = 'functional_lead' OR "group" = 'coach' OR "group" = 'end_user' OR "group" = 'enabling_function' OR "group" = 'external_partner'),  -- The group it is meant for.
	"stakeholder" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The person it is meant for, where it is one.
	"wave" INTEGER CHECK ("wave" BETWEEN 0 AND 99),  -- The wave it belongs to; 0 is the pilot.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who does it.
	"channel" TEXT CHECK ("channel" = 'workshop' OR "channel" = 'one_to_one' OR "channel" = 'written_brief' OR "channel" = 'check_in' OR "channel" = 'forum'),  -- How it reaches them.
	"due_on" TEXT CHECK ("due_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day by which it is to be done.
	"done_on" TEXT CHECK ("done_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which it was done.
	"outcome" TEXT CHECK (length("outcome") BETWEEN 1 AND 10000),  -- What came of it.
	"changed" TEXT CHECK (length("changed") BETWEEN 1 AND 10000),  -- What the programme does differently since.
	"because" TEXT CHECK (length("because") BETWEEN 1 AND 10000)  -- The finding or reason that put it here.
) STRICT;
CREATE UNIQUE INDEX "engagement_key" ON "engagement"("key") WHERE "key" IS NOT NULL;

-- One question of the readiness diagnosis, with what to look for and what low, middle and high answers look like.
CREATE TABLE "question" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"area" TEXT NOT NULL CHECK ("area" = 'leadership' OR "area" = 'operations' OR "area" = 'culture' OR "area" = 'adoption'),  -- The area this question belongs to.
	"prompt" TEXT NOT NULL CHECK (length("prompt") BETWEEN 1 AND 10000),  -- The question as it is asked.
	"failure_sign" TEXT CHECK (length("failure_sign") BETWEEN 1 AND 10000),  -- What one sees where the answer is bad.
	"low" TEXT CHECK (length("low") BETWEEN 1 AND 10000),  -- What a score of 1 looks like.
	"middle" TEXT CHECK (length("middle") BETWEEN 1 AND 10000),  -- What a score of 3 looks like.
	"high" TEXT CHECK (length("high") BETWEEN 1 AND 10000),  -- What a score of 5 looks like.
	"critical" INTEGER CHECK ("critical" IN (0, 1)),  -- Whether a red answer here turns the whole area red.
	"position" INTEGER CHECK ("position" BETWEEN 0 AND 1000000)  -- Place in the bank, counted from the top.
) STRICT;
CREATE UNIQUE INDEX "question_key" ON "question"("key") WHERE "key" IS NOT NULL;

-- What one person answered to one question on one day. The newest answer of each person counts.
CREATE TABLE "response" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"question" INTEGER NOT NULL REFERENCES "question"("id") DEFERRABLE INITIALLY DEFERRED,  -- The question that was answered.
	"respondent" INTEGER NOT NULL REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who answered.
	"score" INTEGER CHECK ("score" BETWEEN 1 AND 5),  -- From 1, far from ready, to 5, ready; left empty it means not known.
	"evidence" TEXT CHECK (length("evidence") BETWEEN 1 AND 10000),  -- What the answer rests on.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Day of the answer.
) STRICT;
CREATE UNIQUE INDEX "response_key" ON "response"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "response_question" ON "response"("question");
CREATE INDEX "response_respondent" ON "response"("respondent");

-- One of the three large steps of the rollout, with the question it must answer before the next one begins.
CREATE TABLE "phase" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK ("name" = 'pilot' OR "name" = 'scale' OR "name" = 'embed'),  -- Which of the three steps this is.
	"question" TEXT CHECK (length("question") BETWEEN 1 AND 200),  -- The question that is answered when the phase ends.
	"starts_on" TEXT NOT NULL CHECK ("starts_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- First day of the phase.
	"ends_on" TEXT NOT NULL CHECK ("ends_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Last day of the phase.
) STRICT;
CREATE UNIQUE INDEX "phase_key" ON "phase"("key") WHERE "key" IS NOT NULL;

-- A short stretch of a phase, two weeks to two months, that ends with something to show.
CREATE TABLE "slice" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What this stretch is about.
	"phase" INTEGER NOT NULL REFERENCES "phase"("id") DEFERRABLE INITIALLY DEFERRED,  -- The phase it is cut from.
	"starts_on" TEXT NOT NULL CHECK ("starts_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- First day of the slice.
	"ends_on" TEXT NOT NULL CHECK ("ends_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Last day of the slice.
) STRICT;
CREATE UNIQUE INDEX "slice_key" ON "slice"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "slice_phase" ON "slice"("phase");

-- A stream of work that runs through all phases under one named lead.
CREATE TABLE "workstream" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What the stream is called.
	"lead" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The person who leads it.
	"position" INTEGER CHECK ("position" BETWEEN 0 AND 1000000)  -- Place in lists and charts, from the top.
) STRICT;
CREATE UNIQUE INDEX "workstream_key" ON "workstream"("key") WHERE "key" IS NOT NULL;

-- A change that can be proven by evidence; the roadmap is made of these.
CREATE TABLE "milestone" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"title" TEXT NOT NULL CHECK (length("title") BETWEEN 1 AND 200),  -- Who does what differently when it is reached.
	"kind" TEXT CHECK ("kind" = 'delivery' OR "kind" = 'adoption' OR "kind" = 'gate' OR "kind" = 'intervention'),  -- What sort of step it is.
	"workstream" INTEGER REFERENCES "workstream"("id") DEFERRABLE INITIALLY DEFERRED,  -- The stream it belongs to.
	"phase" INTEGER REFERENCES "phase"("id") DEFERRABLE INITIALLY DEFERRED,  -- The phase in which it falls due.
	"slice" INTEGER REFERENCES "slice"("id") DEFERRABLE INITIALLY DEFERRED,  -- The slice in which it falls due.
	"team" INTEGER REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The team it is about, where it is one.
	"parent" INTEGER REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The larger item it is a part of.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The one person who answers for it.
	"baseline_on" TEXT CHECK ("baseline_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was first promised for.
	"forecast_on" TEXT CHECK ("forecast_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day its owner expects it today.
	"actual_on" TEXT CHECK ("actual_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which it was really reached.
	"work_days" INTEGER CHECK ("work_days" BETWEEN 0 AND 3660),  -- Working days it takes once it can start.
	"likely_late_days" INTEGER CHECK ("likely_late_days" BETWEEN 0 AND 3660),  -- Days it could easily run late; the simulation uses it.
	"state" TEXT CHECK ("state" = 'planned' OR "state" = 'in_progress' OR "state" = 'claimed' OR "state" = 'accepted' OR "state" = 'dropped'),  -- How far it has come.
	"because" TEXT CHECK (length("because") BETWEEN 1 AND 10000),  -- The finding or decision that put it on the roadmap.
	"override_reason" TEXT CHECK (length("override_reason") BETWEEN 1 AND 10000)  -- Why a rule was set aside for it; shown from then on.
) STRICT;
CREATE UNIQUE INDEX "milestone_key" ON "milestone"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "milestone_workstream" ON "milestone"("workstream");
CREATE INDEX "milestone_phase" ON "milestone"("phase");
CREATE INDEX "milestone_slice" ON "milestone"("slice");
CREATE INDEX "milestone_parent" ON "milestone"("parent");
CREATE INDEX "milestone_owner" ON "milestone"("owner");

-- One criterion that would convince a doubter that a milestone is reached, and what proves it.
CREATE TABLE "evidence" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"milestone" INTEGER NOT NULL REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The milestone it proves.
	"criterion" TEXT NOT NULL CHECK (length("criterion") BETWEEN 1 AND 200),  -- What would convince us.
	"kind" TEXT CHECK ("kind" = 'document' OR "kind" = 'observation' OR "kind" = 'attendance' OR "kind" = 'data' OR "kind" = 'decision' OR "kind" = 'sample'),  -- The sort of proof it takes.
	"proof" TEXT CHECK (length("proof") BETWEEN 1 AND 10000),  -- Where the proof is, or what it says.
	"met" INTEGER CHECK ("met" IN (0, 1)),  -- Whether the proof satisfies the criterion.
	"checked_by" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who looked at the proof.
	"checked_on" TEXT CHECK ("checked_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Day on which it was looked at.
) STRICT;
CREATE UNIQUE INDEX "evidence_key" ON "evidence"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "evidence_milestone" ON "evidence"("milestone");

-- A weekday on which nobody works; the schedule steps over it.
CREATE TABLE "holiday" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- The day that is free.
	"name" TEXT CHECK (length("name") BETWEEN 1 AND 200)  -- What the holiday is called.
) STRICT;
CREATE UNIQUE INDEX "holiday_key" ON "holiday"("key") WHERE "key" IS NOT NULL;

-- One milestone that must be reached before another can start.
CREATE TABLE "dependency" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"from" INTEGER NOT NULL REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The milestone that comes first.
	"to" INTEGER NOT NULL REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The milestone that waits for it.
	"lag_days" INTEGER CHECK ("lag_days" BETWEEN -366 AND 3660)  -- Calendar days between the two; negative lets the second start earlier.
) STRICT;
CREATE UNIQUE INDEX "dependency_key" ON "dependency"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "dependency_from" ON "dependency"("from");
CREATE INDEX "dependency_to" ON "dependency"("to");

-- What was expected of a milestone on a past day; the program writes one at each change and each programme review.
CREATE TABLE "forecast" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"milestone" INTEGER NOT NULL REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The milestone that was forecast.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which it was expected so.
	"forecast_on" TEXT NOT NULL CHECK ("forecast_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was then expected for.
	"reason" TEXT CHECK (length("reason") BETWEEN 1 AND 10000)  -- Why the expectation moved.
) STRICT;
CREATE UNIQUE INDEX "forecast_key" ON "forecast"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "forecast_milestone" ON "forecast"("milestone");

-- A frozen set of promised dates that slips are measured against; it is never changed afterwards.
CREATE TABLE "baseline" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What this set of dates is called.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which it was frozen.
	"reason" TEXT NOT NULL CHECK (length("reason") BETWEEN 1 AND 10000)  -- Why the promises were made anew.
) STRICT;
CREATE UNIQUE INDEX "baseline_key" ON "baseline"("key") WHERE "key" IS NOT NULL;

-- The day one baseline promises for one milestone.
CREATE TABLE "baseline_date" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"baseline" INTEGER NOT NULL REFERENCES "baseline"("id") DEFERRABLE INITIALLY DEFERRED,  -- The baseline it belongs to.
	"milestone" INTEGER NOT NULL REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The milestone it is about.
	"date" TEXT CHECK ("date" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- The promised day; empty where there was none.
) STRICT;
CREATE UNIQUE INDEX "baseline_date_key" ON "baseline_date"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "baseline_date_baseline" ON "baseline_date"("baseline");
CREATE INDEX "baseline_date_milestone" ON "baseline_date"("milestone");

-- An area of the rollout and the one named person who answers for it.
CREATE TABLE "accountability" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"area" TEXT NOT NULL CHECK ("area" = 'executive_sponsorship' OR "area" = 'programme_lead' OR "area" = 'functional_lead' OR "area" = 'enablement_lead' OR "area" = 'design' OR "area" = 'governance' OR "area" = 'team_adoption'),  -- What is answered for.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The person, never a department.
	"function" INTEGER REFERENCES "function"("id") DEFERRABLE INITIALLY DEFERRED,  -- The function it covers, for a functional lead.
	"answers_for" TEXT CHECK (length("answers_for") BETWEEN 1 AND 10000)  -- What exactly this person is asked about.
) STRICT;
CREATE UNIQUE INDEX "accountability_key" ON "accountability"("key") WHERE "key" IS NOT NULL;

-- Something that may hurt the rollout, watched beside the work it threatens.
CREATE TABLE "risk" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"title" TEXT NOT NULL CHECK (length("title") BETWEEN 1 AND 200),  -- What may happen, in a few words.
	"likelihood" INTEGER CHECK ("likelihood" BETWEEN 1 AND 5),  -- From 1, would surprise us, to 5, expected.
	"impact" INTEGER CHECK ("impact" BETWEEN 1 AND 5),  -- From 1, a nuisance, to 5, the rollout fails.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who watches it and acts.
	"early_sign" TEXT CHECK (length("early_sign") BETWEEN 1 AND 10000),  -- What one would see first.
	"response" TEXT CHECK (length("response") BETWEEN 1 AND 10000),  -- What is done about it, now or when the sign shows.
	"review_on" TEXT CHECK ("review_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which it is looked at again.
	"state" TEXT CHECK ("state" = 'open' OR "state" = 'happened' OR "state" = 'closed'),  -- Whether it still threatens.
	"milestone" INTEGER REFERENCES "milestone"("id") DEFERRABLE INITIALLY DEFERRED,  -- The milestone it threatens most.
	"workstream" INTEGER REFERENCES "workstream"("id") DEFERRABLE INITIALLY DEFERRED,  -- The stream it threatens most.
	"because" TEXT CHECK (length("because") BETWEEN 1 AND 10000)  -- The finding or event that raised it.
) STRICT;
CREATE UNIQUE INDEX "risk_key" ON "risk"("key") WHERE "key" IS NOT NULL;

-- Something learned and the change it led to, or an early win that a doubter can inspect.
CREATE TABLE "lesson" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"kind" TEXT CHECK ("kind" = 'lesson' OR "kind" = 'win'),  -- Whether it teaches or proves.
	"text" TEXT NOT NULL CHECK (length("text") BETWEEN 1 AND 10000),  -- What was learned, or what was won.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was written down.
	"phase" INTEGER REFERENCES "phase"("id") DEFERRABLE INITIALLY DEFERRED,  -- The phase it comes from.
	"team" INTEGER REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The team it comes from.
	"change" TEXT CHECK (length("change") BETWEEN 1 AND 10000),  -- What is done differently because of it.
	"applied_on" TEXT CHECK ("applied_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day the change took effect.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED  -- Who sees the change through, or shows the win.
) STRICT;
CREATE UNIQUE INDEX "lesson_key" ON "lesson"("key") WHERE "key" IS NOT NULL;

-- A kind of decision that people are likely to fight or dither over: a row of the RACI.
CREATE TABLE "activity" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- The kind of decision, in a few words.
	"forum" INTEGER REFERENCES "forum"("id") DEFERRABLE INITIALLY DEFERRED,  -- The meeting in which it is usually taken.
	"position" INTEGER CHECK ("position" BETWEEN 0 AND 1000000)  -- Place among the rows, from the top.
) STRICT;
CREATE UNIQUE INDEX "activity_key" ON "activity"("key") WHERE "key" IS NOT NULL;

-- A part people play in decisions: a column of the RACI.
CREATE TABLE "role" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What the role is called.
	"position" INTEGER CHECK ("position" BETWEEN 0 AND 1000000)  -- Place among the columns, from the left.
) STRICT;
CREATE UNIQUE INDEX "role_key" ON "role"("key") WHERE "key" IS NOT NULL;

-- A named person who holds a role of the RACI.
CREATE TABLE "role_holder" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"role" INTEGER NOT NULL REFERENCES "role"("id") DEFERRABLE INITIALLY DEFERRED,  -- The role that is held.
	"stakeholder" INTEGER NOT NULL REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED  -- Who holds it.
) STRICT;
CREATE UNIQUE INDEX "role_holder_key" ON "role_holder"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "role_holder_role" ON "role_holder"("role");
CREATE INDEX "role_holder_stakeholder" ON "role_holder"("stakeholder");

-- What one role does in one kind of decision: a cell of the RACI.
CREATE TABLE "assignment" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"activity" INTEGER NOT NULL REFERENCES "activity"("id") DEFERRABLE INITIALLY DEFERRED,  -- The row of the cell.
	"role" INTEGER NOT NULL REFERENCES "role"("id") DEFERRABLE INITIALLY DEFERRED,  -- The column of the cell.
	"letters" TEXT NOT NULL CHECK ("letters" = 'R' OR "letters" = 'A' OR "letters" = 'A/R' OR "letters" = 'C' OR "letters" = 'I')  -- What the role does there.
) STRICT;
CREATE UNIQUE INDEX "assignment_key" ON "assignment"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "assignment_activity" ON "assignment"("activity");
CREATE INDEX "assignment_role" ON "assignment"("role");

-- A meeting that recurs, bolted on to one that exists already wherever possible.
CREATE TABLE "forum" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What the meeting is called.
	"level" TEXT NOT NULL CHECK ("level" = 'team' OR "level" = 'leadership' OR "level" = 'programme'),  -- Whose meeting it is.
	"attached_to" TEXT CHECK (length("attached_to") BETWEEN 1 AND 200),  -- The existing meeting it is a part of.
	"rule" TEXT NOT NULL CHECK (length("rule") BETWEEN 6 AND 200),  -- How it recurs, such as FREQ=WEEKLY;BYDAY=TU.
	"starts_on" TEXT NOT NULL CHECK ("starts_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day from which it recurs.
	"at" TEXT CHECK ("at" GLOB '[0-2][0-9]:[0-5][0-9]'),  -- When it begins, such as 09:30.
	"minutes" INTEGER CHECK ("minutes" BETWEEN 1 AND 1440),  -- How long it takes.
	"chair" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who leads it.
	"team" INTEGER REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The team it belongs to, for a team's own meeting.
	"agenda" TEXT CHECK (length("agenda") BETWEEN 1 AND 10000)  -- The questions it goes through, one a line.
) STRICT;
CREATE UNIQUE INDEX "forum_key" ON "forum"("key") WHERE "key" IS NOT NULL;

-- Somebody who is expected at a forum.
CREATE TABLE "invitee" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"forum" INTEGER NOT NULL REFERENCES "forum"("id") DEFERRABLE INITIALLY DEFERRED,  -- The meeting they are invited to.
	"stakeholder" INTEGER NOT NULL REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who is invited.
	"required" INTEGER CHECK ("required" IN (0, 1))  -- Whether their absence counts as non-attendance.
) STRICT;
CREATE UNIQUE INDEX "invitee_key" ON "invitee"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "invitee_forum" ON "invitee"("forum");
CREATE INDEX "invitee_stakeholder" ON "invitee"("stakeholder");

-- One occurrence of a forum that was held, moved or cancelled.
CREATE TABLE "meeting" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"forum" INTEGER NOT NULL REFERENCES "forum"("id") DEFERRABLE INITIALLY DEFERRED,  -- The forum it is an occurrence of.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it takes place.
	"planned_on" TEXT CHECK ("planned_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was moved from.
	"held" INTEGER CHECK ("held" IN (0, 1)),  -- No where it was cancelled.
	"confidence" INTEGER CHECK ("confidence" BETWEEN 1 AND 10),  -- How confident those present were of reaching the aims, 1 to 10.
	"notes" TEXT CHECK (length("notes") BETWEEN 1 AND 10000)  -- What should be remembered beside the decisions.
) STRICT;
CREATE UNIQUE INDEX "meeting_key" ON "meeting"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "meeting_forum" ON "meeting"("forum");

-- Whether one person came to one meeting.
CREATE TABLE "attendance" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"meeting" INTEGER NOT NULL REFERENCES "meeting"("id") DEFERRABLE INITIALLY DEFERRED,  -- The meeting in question.
	"stakeholder" INTEGER NOT NULL REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- The person in question.
	"state" TEXT NOT NULL CHECK ("state" = 'present' OR "state" = 'delegate' OR "state" = 'excused' OR "state" = 'absent')  -- How they took part, or did not.
) STRICT;
CREATE UNIQUE INDEX "attendance_key" ON "attendance"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "attendance_meeting" ON "attendance"("meeting");
CREATE INDEX "attendance_stakeholder" ON "attendance"("stakeholder");

-- A question that was put for decision, who decided what, and what gives way because of it.
CREATE TABLE "decision" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"question" TEXT NOT NULL CHECK (length("question") BETWEEN 1 AND 200),  -- What has to be decided.
	"activity" INTEGER REFERENCES "activity"("id") DEFERRABLE INITIALLY DEFERRED,  -- The RACI row that says who decides.
	"meeting" INTEGER REFERENCES "meeting"("id") DEFERRABLE INITIALLY DEFERRED,  -- The meeting in which it was taken.
	"requested_on" TEXT NOT NULL CHECK ("requested_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which the decision was asked for.
	"decided_on" TEXT CHECK ("decided_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day on which it was taken; empty while awaited.
	"decided_by" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who took it.
	"outcome" TEXT CHECK (length("outcome") BETWEEN 1 AND 10000),  -- What was decided.
	"loses_priority" TEXT CHECK (length("loses_priority") BETWEEN 1 AND 10000),  -- The work that now waits or stops.
	"message" TEXT CHECK (length("message") BETWEEN 1 AND 10000),  -- What the affected teams are told.
	"supersedes" INTEGER REFERENCES "decision"("id") DEFERRABLE INITIALLY DEFERRED  -- The earlier decision it replaces.
) STRICT;
CREATE UNIQUE INDEX "decision_key" ON "decision"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "decision_meeting" ON "decision"("meeting");

-- What a stakeholder said before a decision and what became of it: you said, we did.
CREATE TABLE "input" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"decision" INTEGER NOT NULL REFERENCES "decision"("id") DEFERRABLE INITIALLY DEFERRED,  -- The decision it was given for.
	"stakeholder" INTEGER NOT NULL REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who gave it.
	"said" TEXT NOT NULL CHECK (length("said") BETWEEN 1 AND 10000),  -- What they said, in their own sense.
	"effect" TEXT CHECK ("effect" = 'changed' OR "effect" = 'confirmed' OR "effect" = 'none'),  -- What it did to the outcome.
	"replied_on" TEXT CHECK ("replied_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Day they were told what became of it.
) STRICT;
CREATE UNIQUE INDEX "input_key" ON "input"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "input_decision" ON "input"("decision");
CREATE INDEX "input_stakeholder" ON "input"("stakeholder");

-- Something one person promised to do by a day.
CREATE TABLE "action" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"text" TEXT NOT NULL CHECK (length("text") BETWEEN 1 AND 200),  -- What will be done, with a verb.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who promised it.
	"due_on" TEXT CHECK ("due_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was promised for.
	"done_on" TEXT CHECK ("done_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was done.
	"meeting" INTEGER REFERENCES "meeting"("id") DEFERRABLE INITIALLY DEFERRED,  -- The meeting it came from.
	"team" INTEGER REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED  -- The team it concerns.
) STRICT;
CREATE UNIQUE INDEX "action_key" ON "action"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "action_meeting" ON "action"("meeting");

-- Something that keeps a team from its key results, from the day it was raised until it is gone.
CREATE TABLE "blocker" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"text" TEXT NOT NULL CHECK (length("text") BETWEEN 1 AND 200),  -- What is in the way.
	"team" INTEGER REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The team that is held up.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who gets it out of the way.
	"cause" TEXT CHECK ("cause" = 'conflicting_priorities' OR "cause" = 'dependency' OR "cause" = 'decision' OR "cause" = 'capacity' OR "cause" = 'data' OR "cause" = 'other'),  -- What sort of obstacle it is.
	"raised_on" TEXT NOT NULL CHECK ("raised_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was raised.
	"escalated_on" TEXT CHECK ("escalated_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was taken a level up.
	"resolved_on" TEXT CHECK ("resolved_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Day it was out of the way.
) STRICT;
CREATE UNIQUE INDEX "blocker_key" ON "blocker"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "blocker_team" ON "blocker"("team");

-- One anonymous answer to how the rollout feels. Nobody can tell whose it is.
CREATE TABLE "pulse" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day of the answer.
	"score" INTEGER NOT NULL CHECK ("score" BETWEEN 1 AND 5),  -- From 1, going badly, to 5, going well.
	"team" INTEGER REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The team the answer comes from.
	"group" TEXT CHECK ("group" = 'executive_sponsor' OR "group" = 'strategy_owner' OR "group" = 'functional_lead' OR "group" = 'coach' OR "group" = 'end_user' OR "group" = 'enabling_function' OR "group" = 'external_partner'),  -- The group the answer comes from.
	"comment" TEXT CHECK (length("comment") BETWEEN 1 AND 10000)  -- What the person added; it must not name them.
) STRICT;
CREATE UNIQUE INDEX "pulse_key" ON "pulse"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "pulse_team" ON "pulse"("team");

-- A finding that somebody must answer by a day, on a ladder that climbs by itself when the day passes.
CREATE TABLE "escalation" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"finding" TEXT NOT NULL CHECK (length("finding") BETWEEN 1 AND 200),  -- Rule and subject, such as G1/stakeholder/ada-lund.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who answers it.
	"response" TEXT CHECK (length("response") BETWEEN 1 AND 10000),  -- What is being done.
	"raised_on" TEXT NOT NULL CHECK ("raised_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was raised.
	"due_on" TEXT NOT NULL CHECK ("due_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day by which the response must have worked.
	"level" TEXT CHECK ("level" = 'support' OR "level" = 'escalate' OR "level" = 'reset'),  -- The rung of the ladder it stands on.
	"outcome" TEXT CHECK (length("outcome") BETWEEN 1 AND 10000),  -- How it ended; nothing closes without this.
	"closed_on" TEXT CHECK ("closed_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it ended.
	"told_on" TEXT CHECK ("told_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Day the people affected were told.
) STRICT;
CREATE UNIQUE INDEX "escalation_key" ON "escalation"("key") WHERE "key" IS NOT NULL;

-- A finding that is accepted as it is, for a reason and until a day.
CREATE TABLE "waiver" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"finding" TEXT NOT NULL CHECK (length("finding") BETWEEN 1 AND 200),  -- Rule and subject, such as S6/stakeholder/ada-lund.
	"reason" TEXT NOT NULL CHECK (length("reason") BETWEEN 1 AND 10000),  -- Why living with it is right.
	"until_on" TEXT NOT NULL CHECK ("until_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day after which it is shown again.
	"by" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED  -- Who accepted it.
) STRICT;
CREATE UNIQUE INDEX "waiver_key" ON "waiver"("key") WHERE "key" IS NOT NULL;

-- Delivery confidence as a person judged it on one day, beside what the program suggested.
CREATE TABLE "rating" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"scope" TEXT NOT NULL CHECK (length("scope") BETWEEN 1 AND 200),  -- programme, or a part such as phase/pilot or workstream/tooling.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day of the judgement.
	"suggested" TEXT CHECK ("suggested" = 'green' OR "suggested" = 'amber' OR "suggested" = 'red' OR "suggested" = 'unknown'),  -- What the facts suggested that day.
	"given" TEXT CHECK ("given" = 'green' OR "given" = 'amber' OR "given" = 'red' OR "given" = 'unknown'),  -- What the person decided on.
	"reason" TEXT CHECK (length("reason") BETWEEN 1 AND 10000),  -- Why it differs from the suggestion, or got worse.
	"by" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED  -- Who judged.
) STRICT;
CREATE UNIQUE INDEX "rating_key" ON "rating"("key") WHERE "key" IS NOT NULL;

-- What was told to an audience about the programme, and by whom.
CREATE TABLE "update" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it is dated.
	"audience" TEXT NOT NULL CHECK (length("audience") BETWEEN 1 AND 200),  -- Who it is written for.
	"progress" TEXT CHECK (length("progress") BETWEEN 1 AND 10000),  -- What moved, with its evidence.
	"lessons" TEXT CHECK (length("lessons") BETWEEN 1 AND 10000),  -- What was learned since the last one.
	"changes" TEXT CHECK (length("changes") BETWEEN 1 AND 10000),  -- What is now done differently.
	"decisions" TEXT CHECK (length("decisions") BETWEEN 1 AND 10000),  -- What was decided and what gave way.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who answers questions about it.
	"sent_on" TEXT CHECK ("sent_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')  -- Day it went out; empty while a draft.
) STRICT;
CREATE UNIQUE INDEX "update_key" ON "update"("key") WHERE "key" IS NOT NULL;

-- Something the organisation must have of its own before the programme can leave.
CREATE TABLE "capability" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What it is, in a few words.
	"kind" TEXT NOT NULL CHECK ("kind" = 'champion' OR "kind" = 'playbook' OR "kind" = 'training' OR "kind" = 'ownership'),  -- What sort of capability it is.
	"audience" TEXT CHECK ("audience" = 'leaders' OR "audience" = 'managers' OR "audience" = 'members' OR "audience" = 'everyone'),  -- Who it is for.
	"owner" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who builds it up.
	"due_on" TEXT CHECK ("due_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it is needed by.
	"done_on" TEXT CHECK ("done_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it was in place.
	"evidence" TEXT CHECK (length("evidence") BETWEEN 1 AND 10000)  -- What shows that it is in place.
) STRICT;
CREATE UNIQUE INDEX "capability_key" ON "capability"("key") WHERE "key" IS NOT NULL;

-- One point of practice that is either the same everywhere or left to each team.
CREATE TABLE "convention" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"text" TEXT NOT NULL CHECK (length("text") BETWEEN 1 AND 200),  -- The point of practice, in one line.
	"rule" TEXT NOT NULL CHECK ("rule" = 'standardise' OR "rule" = 'adapt')  -- Whether teams may depart from it.
) STRICT;
CREATE UNIQUE INDEX "convention_key" ON "convention"("key") WHERE "key" IS NOT NULL;

-- How one team does something its own way, and by whose leave.
CREATE TABLE "adaptation" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"team" INTEGER NOT NULL REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The team that departs.
	"convention" INTEGER REFERENCES "convention"("id") DEFERRABLE INITIALLY DEFERRED,  -- The point of practice it departs from.
	"text" TEXT NOT NULL CHECK (length("text") BETWEEN 1 AND 200),  -- What the team does instead.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day it began.
	"decision" INTEGER REFERENCES "decision"("id") DEFERRABLE INITIALLY DEFERRED,  -- The decision that allowed it.
	"reason" TEXT CHECK (length("reason") BETWEEN 1 AND 10000)  -- Why the team needs it.
) STRICT;
CREATE UNIQUE INDEX "adaptation_key" ON "adaptation"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "adaptation_team" ON "adaptation"("team");

-- Whether a team met one criterion of the handoff gate in one cycle. Two cycles in a row make it reliable.
CREATE TABLE "handoff" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"team" INTEGER NOT NULL REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The team that was looked at.
	"criterion" TEXT NOT NULL CHECK ("criterion" = 'sets_okrs' OR "criterion" = 'runs_check_ins' OR "criterion" = 'escalates' OR "criterion" = 'retrospects'),  -- What was looked for.
	"cycle" INTEGER NOT NULL CHECK ("cycle" BETWEEN 1 AND 999),  -- The team's OKR cycle, counted from 1.
	"result" TEXT NOT NULL CHECK ("result" = 'pass' OR "result" = 'fail' OR "result" = 'not_seen'),  -- What was seen.
	"evidence" TEXT CHECK (length("evidence") BETWEEN 1 AND 10000),  -- What the result rests on.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day of the check.
	"by" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED  -- Who checked.
) STRICT;
CREATE UNIQUE INDEX "handoff_key" ON "handoff"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "handoff_team" ON "handoff"("team");

-- Four questions put to one key result before a team is held to it.
CREATE TABLE "okr_review" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"team" INTEGER NOT NULL REFERENCES "team"("id") DEFERRABLE INITIALLY DEFERRED,  -- The team whose key result it is.
	"on" TEXT NOT NULL CHECK ("on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),  -- Day of the review.
	"key_result" TEXT NOT NULL CHECK (length("key_result") BETWEEN 1 AND 200),  -- The key result as the team wrote it.
	"influence" INTEGER CHECK ("influence" IN (0, 1)),  -- Whether the team can really move it.
	"owned" INTEGER CHECK ("owned" IN (0, 1)),  -- Whether one person answers for it.
	"decides" INTEGER CHECK ("decides" IN (0, 1)),  -- Whether its movement would change a decision.
	"measurable" INTEGER CHECK ("measurable" IN (0, 1)),  -- Whether it can be measured today.
	"reviewer" INTEGER REFERENCES "stakeholder"("id") DEFERRABLE INITIALLY DEFERRED,  -- Who reviewed it.
	"note" TEXT CHECK (length("note") BETWEEN 1 AND 10000)  -- What should be mended in it.
) STRICT;
CREATE UNIQUE INDEX "okr_review_key" ON "okr_review"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "okr_review_team" ON "okr_review"("team");

-- A few sentences to open with, for one audience and one worry.
CREATE TABLE "script" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"audience" TEXT NOT NULL CHECK (length("audience") BETWEEN 1 AND 200),  -- Who it is said to.
	"concern" TEXT NOT NULL CHECK (length("concern") BETWEEN 1 AND 200),  -- The worry it answers.
	"text" TEXT NOT NULL CHECK (length("text") BETWEEN 1 AND 10000)  -- What to say.
) STRICT;
CREATE UNIQUE INDEX "script_key" ON "script"("key") WHERE "key" IS NOT NULL;

-- A session that can be run from its plan, with a clock.
CREATE TABLE "workshop" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 200),  -- What the session is called.
	"purpose" TEXT CHECK (length("purpose") BETWEEN 1 AND 10000)  -- What exists afterwards that did not before.
) STRICT;
CREATE UNIQUE INDEX "workshop_key" ON "workshop"("key") WHERE "key" IS NOT NULL;

-- One time box of a workshop.
CREATE TABLE "segment" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"workshop" INTEGER NOT NULL REFERENCES "workshop"("id") DEFERRABLE INITIALLY DEFERRED,  -- The workshop it is a part of.
	"position" INTEGER CHECK ("position" BETWEEN 0 AND 1000000),  -- Place in the session, from the start.
	"minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN 1 AND 1440),  -- How long it takes.
	"activity" TEXT NOT NULL CHECK (length("activity") BETWEEN 1 AND 200),  -- What people do.
	"purpose" TEXT CHECK (length("purpose") BETWEEN 1 AND 10000)  -- What it is good for.
) STRICT;
CREATE UNIQUE INDEX "segment_key" ON "segment"("key") WHERE "key" IS NOT NULL;
CREATE INDEX "segment_workshop" ON "segment"("workshop");

-- A piece of advice for whoever leads the room.
CREATE TABLE "tip" (
	"id" INTEGER PRIMARY KEY NOT NULL,  -- Time-ordered, random between copies of a file.
	"key" TEXT CHECK (length("key") BETWEEN 1 AND 64),  -- A short word of your own to refer to it by: letters, digits, - and _.
	"text" TEXT NOT NULL CHECK (length("text") BETWEEN 1 AND 10000)  -- The advice, in a sentence or two.
) STRICT;
CREATE UNIQUE INDEX "tip_key" ON "tip"("key") WHERE "key" IS NOT NULL;
