#!/bin/sh
# SPDX-License-Identifier: MIT
# What personnel, customer, address-book, planning and issue systems export maps without --map, is said where it is kept out, and adds nothing the
# second time.
. "$TESTS/lib.sh"

fresh() {
	rm -f ./*.rollout
	expect_exit 0 new Yard --bare --starts-on 2026-11-02
}
people() {
	"$ROLLOUT" list stakeholder --json |
		jq -r '[.records | sort_by(.name)[] | [.name, .job_title, .organisation, .email, .active, .last_contact_on] | map(. // "-" | tostring) | join(",")] | join("|")'
}
tasks() {
	"$ROLLOUT" list milestone --json |
		jq -r '[.records | sort_by(.title)[] | [.title, .kind, .state, .forecast_on, .work_days] | map(. // "-" | tostring) | join(",")] | join("|")'
}
links() {
	"$ROLLOUT" list dependency --columns from,to,lag_days | sed 1d | sed 's/^[^ ]* *//; s/  */ /g' | sort | tr '\n' '|'
}
# twice WORD FILE OPTION...: once to take it in, once more to see that nothing is new.
twice() {
	expect_exit 0 import "$@"
	first=$OUT.first
	cp "$OUT" "$first"
	expect_exit 0 import "$@" --json
	expect_equal "$(jq -r '"\(.added) \(.changed)"' "$OUT")" '0 0'
	cp "$first" "$OUT"
}

# Workday: titles above the header; a position is no job title beside a business title.
fresh
cat >workday.csv <<'END'
Active workers,,,,,,,,,
Run by HR,,,,,,,,,
Employee ID,Worker,Position,Business Title,Supervisory Organization,Cost Center,Manager,Hire Date,Email - Primary Work,Active Status
100234,Rhona Sill,P-00123 Counsel,General Counsel,Legal,CC100,Per Aas,03/15/2019,r@yard.example,Yes
100235,Per Aas,P-00124 COO,Chief Operating Officer,Executive,CC101,,01/05/2015,p@yard.example,No
END
twice register workday.csv
expect_out '2 lines above the header were skipped'
expect_out '"Position" (2 values; "Business Title" counts instead)'
expect_equal "$(people)" 'Per Aas,Chief Operating Officer,Executive,p@yard.example,-,-|Rhona Sill,General Counsel,Legal,r@yard.example,true,-'
expect_equal "$("$ROLLOUT" list relationship --json | jq -r '.records[0].kind')" 'reports_to'

# BambooHR: a number that ends with #, three parts of a name, a status of employment that is none.
fresh
cat >bamboo.csv <<'END'
Employee #,First Name,Middle Name,Last Name,Job Title,Department,Division,Reporting To,Work Email,Home Email,Status,Employment Status
7,Rhona,M,Sill,Counsel,Legal,Corporate,"Aas, Per",r@yard.example,r@home.example,Active,Full-Time
8,Per,,Aas,COO,Executive,Corporate,,p@yard.example,,Inactive,Terminated
END
twice register bamboo.csv
expect_equal "$(people)" 'Per Aas,COO,Executive,p@yard.example,-,-|Rhona M Sill,Counsel,Legal,r@yard.example,true,-'

# Salesforce, HubSpot: the account before the department, the contact's owner, the last activity.
fresh
cat >salesforce.csv <<'END'
"Salutation","First Name","Last Name","Title","Account Name","Department","Email","Account Owner","Last Activity"
"Ms.","Rhona","Sill","Counsel","Yard AS","Legal","r@yard.example","Oda Brun","3/14/2026"
END
twice register salesforce.csv
expect_out '1 person is named as an owner but not listed and was added: Oda Brun'
expect_equal "$(people)" 'Oda Brun,-,-,-,true,-|Rhona Sill,Counsel,Yard AS,r@yard.example,true,2026-03-14'
fresh
cat >hubspot.csv <<'END'
"Record ID","First Name","Last Name","Email","Contact owner","Associated Company","Last Activity Date","Lead Status","Job Title"
"51","Rhona","Sill","r@yard.example","Oda Brun","Yard AS","2026-10-28 14:03","Open","Counsel"
END
twice register hubspot.csv
expect_equal "$(people)" 'Oda Brun,-,-,-,true,-|Rhona Sill,Counsel,Yard AS,r@yard.example,true,2026-10-28'

# Google Contacts in its two forms, LinkedIn with its notes, Kumu with its labels.
fresh
cat >google.csv <<'END'
First Name,Middle Name,Last Name,File As,Organization Name,Organization Title,Organization Department,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value
Rhona,,Sill,,Yard AS,Counsel,Legal,met in May,* myContacts,* Work,r@yard.example,r@home.example,+47 1
END
twice register google.csv
expect_equal "$(people)" 'Rhona Sill,Counsel,Yard AS,r@yard.example,true,-'
fresh
cat >google.csv <<'END'
Name,Given Name,Additional Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title
Rhona Sill,Rhona,,Sill,* Work,r@yard.example,Yard AS,Counsel
END
twice register google.csv
expect_equal "$(people)" 'Rhona Sill,Counsel,Yard AS,r@yard.example,true,-'
fresh
cat >linkedin.csv <<'END'
Notes:
"When exporting your connection data, you may notice that some addresses are missing, and more."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Rhona,Sill,https://linkedin.example/in/rs,,Yard AS,General Counsel,12 Mar 2024
Per,Aas,https://linkedin.example/in/pa,p@yard.example,Yard AS,Driver,01 Jan 2023
END
twice register linkedin.csv
expect_equal "$(people)" 'Per Aas,Driver,Yard AS,p@yard.example,true,-|Rhona Sill,General Counsel,Yard AS,-,true,-'
fresh
printf 'Label,Type,Description,Tags,Influence\nRhona Sill,Person,Guards the budget,legal|board,5\n' >kumu.csv
twice register kumu.csv
expect_out '1 column was kept out: "Tags" (1 value)'

# A manager who is not in the file: the link is left out and counted. Links of Kumu, a sheet without any row.
fresh
printf 'Worker,Manager\nRhona Sill,Big Boss\nPer Aas,Rhona Sill\n' >managers.csv
twice register managers.csv
expect_out '1 link was left out to people who are neither in the file nor in the programme'
expect_equal "$("$ROLLOUT" list relationship --json | jq -r '.records | length')" 1
printf 'From,To,Direction,Type\nRhona Sill,Per Aas,directed,depends on\n' >links.csv
twice relationship links.csv
expect_equal "$("$ROLLOUT" list relationship --json | jq -r '[.records[].kind] | sort | join(" ")')" 'depends_on reports_to'
printf '[]' >empty.json
expect_exit 0 import register empty.json
expect_out 'the file holds no record'

# Position: a stance where all are stances, a job where they are not, a place in the hierarchy where they are grades, else a question.
position() {
	fresh
	printf 'Name,Position\nA B,%s\nC D,%s\n' "$1" "$2" >position.csv
	expect_exit "$3" import register position.csv
}
position Supportive Opposed 0
expect_equal "$("$ROLLOUT" list stakeholder --json | jq -r '[.records[].attitude] | join(" ")')" 'active resistant'
position Driver Controller 0
expect_equal "$("$ROLLOUT" list stakeholder --json | jq -r '[.records[].job_title] | join(" ")')" 'Driver Controller'
position 'Level 2' 4 0
expect_out '1 column was kept out: "Position" (2 values)'
position Driver Sponsor 3
expect_count 1 "$ERR"
expect_err 'position.csv:1:6: column "Position" could mean more than one field; say which with --map "Position=FIELD"'

# MS Project: numbered rows, an outline, links with lag, shares of people; the finish is what is expected, the baseline a promise.
fresh
cat >project.csv <<'END'
ID,WBS,Unique ID,Task Name,Duration,Start,Finish,Baseline Finish,Predecessors,Resource Names,% Complete,Milestone,Outline Level
1,1,11,Preparation,15 days,Mon 05.10.26,Fri 23.10.26,,,,50%,No,1
2,1.1,12,Brief the leaders,10 days,Mon 05.10.26,Fri 16.10.26,Fri 16.10.26,,Rhona Sill[50%],100%,No,2
3,1.2,13,Train coaches,2 wks?,Mon 19.10.26,Fri 30.10.26,,2FS+1 week,Per Aas,0%,No,2
4,2,14,Ready,0 days,Fri 30.10.26,Fri 30.10.26,,"3;2SS;1FS-1d",,0%,Yes,1
END
twice roadmap project.csv
expect_out '"ID" (numbers the rows)'
expect_out '1 link was left out: a milestone waits for the end of others, not for their start'
expect_equal "$(tasks)" 'Brief the leaders,delivery,in_progress,2026-10-16,10|Preparation,delivery,in_progress,2026-10-23,15|Ready,delivery,planned,2026-10-30,0|Train coaches,delivery,planned,2026-10-30,10'
expect_equal "$(links)" 'Brief the leaders Train coaches 7|Preparation Ready -1|Train coaches Ready 0|'
expect_equal "$("$ROLLOUT" list milestone --json | jq -r '[.records[] | select(.parent) | .title] | sort | join(",")')" 'Brief the leaders,Train coaches'
expect_equal "$("$ROLLOUT" list stakeholder --json | jq -r '[.records[].name] | sort | join(",")')" 'Per Aas,Rhona Sill'
# Numbers belong to their file: a second plan links its own rows.
printf 'ID,Task Name,Predecessors\n1,Paint,\n2,Dry,1\n' >second.csv
expect_exit 0 import roadmap second.csv
expect_equal "$(links)" 'Brief the leaders Train coaches 7|Paint Dry 0|Preparation Ready -1|Train coaches Ready 0|'
printf 'ID,Task Name,Predecessors\n1,Sand,\n1,Wipe,\n2,Oil,1\n' >double.csv
expect_exit 3 import roadmap double.csv
expect_err 'two rows of this file are called "1"'
printf 'ID,Task Name,Predecessors\n1,Sand,9\n' >nowhere.csv
expect_exit 3 import roadmap nowhere.csv
expect_err 'there is no milestone "9"'

# Planner, Asana, Trello: buckets, sections and lists are workstreams, unless they are our phases.
fresh
cat >planner.csv <<'END'
Plan name,Yard rollout,,,,,
Date of export,11/20/2026,,,,,
Task ID,Task Name,Bucket Name,Progress,Assigned To,Due date,Late
kV0_cB3,Brief the leaders,Preparation,In progress,Rhona Sill,12/18/2026,false
Zt9-xA1,Train coaches,Training,Not started,,01/29/2027,false
END
twice roadmap planner.csv
expect_equal "$(tasks)" 'Brief the leaders,delivery,in_progress,2026-12-18,-|Train coaches,delivery,planned,2027-01-29,-'
expect_equal "$("$ROLLOUT" list workstream --json | jq -r '[.records[].name] | sort | join(",")')" 'Preparation,Training'
fresh
expect_exit 0 add phase name=pilot starts_on=2026-11-02 ends_on=2027-02-26
printf 'Task Name,Bucket\nBrief the leaders,Pilot\n' >phases.csv
twice roadmap phases.csv
expect_equal "$("$ROLLOUT" list milestone --json | jq -r '.records[0] | has("phase")')" 'true'
fresh
cat >asana.csv <<'END'
Task ID,Created At,Completed At,Name,Section/Column,Assignee,Assignee Email,Due Date,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies)
1207812345678901,2026-10-01,,Brief the leaders,Preparation,Rhona Sill,r@yard.example,2026-12-18,Yard,,,Train coaches
1207812345678902,2026-10-01,2026-11-01,Train coaches,Training,Per Aas,p@yard.example,2027-01-29,Yard,,Brief the leaders,
1207812345678903,2026-10-01,,Book rooms,Training,,,,,Train coaches,,
END
twice roadmap asana.csv
expect_equal "$(links)" 'Brief the leaders Train coaches 0|'
fresh
cat >trello.csv <<'END'
Card ID,Card Name,Card URL,Labels,Members,Due Date,List ID,List Name,Archived,Due Complete
66f0aa1,Brief the leaders,https://trello.example/c/1,okr,Rhona Sill,2026-12-18T12:00:00.000Z,66f0,Doing,false,false
END
twice roadmap trello.csv
expect_equal "$("$ROLLOUT" list milestone --json | jq -r '.records[0] | "\(.forecast_on) \(.link)"')" '2026-12-18 https://trello.example/c/1'

# Jira: a column for each of several links, keys and numbers of the same issue, links that mean nothing here.
fresh
cat >jira.csv <<'END'
Summary,Issue key,Issue id,Parent id,Issue Type,Status,Project name,Assignee,Due date,Labels,Labels,Inward issue link (Blocks),Inward issue link (Blocks),Outward issue link (Blocks),Outward issue link (Relates)
Brief the leaders,YARD-1,10001,,Epic,In Progress,Yard,Rhona Sill,18/Dec/26 12:00 AM,okr,lead,,,YARD-2,YARD-3
Train coaches,YARD-2,10002,10001,Story,To Do,Yard,Per Aas,29/Jan/27 12:00 AM,,,YARD-1,YARD-3,,
Book rooms,YARD-3,10003,,Task,Done,Yard,,,,,,,,
END
twice roadmap jira.csv
expect_equal "$(links)" 'Book rooms Train coaches 0|Brief the leaders Train coaches 0|'
expect_equal "$("$ROLLOUT" show milestone YARD-2 --json | jq -r '.record.parent // .parent // .records[0].parent')" 'YARD-1'

# Monday: groups, each with the header again; several people, of whom the first is meant only where somebody says so.
fresh
cat >monday.csv <<'END'
Yard rollout,,,,,
Preparation,,,,,
Name,Subitems,Person,Status,Timeline - End,Item ID
Brief the leaders,,Rhona Sill,Working on it,2026-12-18,1234567890
,,,,,
Training,,,,,
Name,Subitems,Person,Status,Timeline - End,Item ID
Train coaches,,"Per Aas, Oda Brun",Stuck,2027-01-29,1234567892
END
expect_exit 3 import roadmap monday.csv
expect_err 'names several people; give the one who answers for it, or --owners first'
twice roadmap monday.csv --owners first
expect_out '2 lines that repeat the header, or name a group above it, were skipped'
expect_out '1 record names several owners; the first of each was taken'
expect_equal "$(tasks)" 'Brief the leaders,delivery,in_progress,2026-12-18,-|Train coaches,delivery,in_progress,2027-01-29,-'

# What would convince us, one a line; a bare list of a tracker's interface.
fresh
printf 'Milestone,Acceptance criteria\nCoaches coach,"Two teams seen\nNotes read"\n' >proof.csv
twice roadmap proof.csv
expect_equal "$("$ROLLOUT" list evidence --json | jq -r '[.records[].criterion] | sort | join("|")')" 'Notes read|Two teams seen'
printf '{"data":[{"name":"Print the cards","due_on":"2027-02-01"}],"next_page":null}' >interface.json
twice roadmap interface.json

finish
