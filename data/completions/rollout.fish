# fish completion for rollout, printed by `rollout completion fish`

function __rollout_words
    commandline -opc | string match -v -- '-*'
end

function __rollout_count
    math (count (__rollout_words)) - 2
end

function __rollout_fields
    set -l words (__rollout_words)
    test (count $words) -gt 2; or return
    switch $words[3]
        case programme programmes
            printf '%s\n' name= purpose= success_definition= sponsor= lead= starts_on= launches_on= cycle_weeks= check_in_weeks= escalates_to=
        case setting settings
            printf '%s\n' name= value= unit= help=
        case function functions
            printf '%s\n' name= lead= stall_tell= stall_support= stall_reset_after_days=
        case team teams
            printf '%s\n' name= function= leader= coach= size= capability= stance= complexity= cross_functional= wave= pinned_reason= ownership= fallback= override_reason=
        case wave waves
            printf '%s\n' number= name= gate= launches_on= launched_on= note=
        case team_link team_links
            printf '%s\n' from= to= note=
        case stakeholder stakeholders
            printf '%s\n' name= kind= organisation= job_title= email= group= owner= attitude= desired_attitude= influence= interest= channel= main_concern= resistance= can_slow_decisions= can_reinterpret_priorities= can_ignore_cadence= cadence_days= last_contact_on= status= status_on= notes= active= team= function= left_on=
        case relationship relationships
            printf '%s\n' from= to= kind= strength= note=
        case contact contacts
            printf '%s\n' stakeholder= on= by= channel= summary= attitude_after=
        case engagement engagements
            printf '%s\n' action= stage= group= stakeholder= wave= owner= channel= due_on= done_on= outcome= changed= because= days_from_launch=
        case question questions
            printf '%s\n' area= prompt= failure_sign= low= middle= high= critical= position=
        case response responses
            printf '%s\n' question= respondent= score= evidence= on=
        case phase phases
            printf '%s\n' name= question= starts_on= ends_on=
        case slice slices
            printf '%s\n' name= phase= starts_on= ends_on=
        case workstream workstreams
            printf '%s\n' name= lead= position=
        case milestone milestones
            printf '%s\n' title= kind= workstream= phase= slice= team= parent= owner= baseline_on= forecast_on= actual_on= work_days= likely_late_days= wave= settled= condition_of= state= because= override_reason= link=
        case evidence evidence
            printf '%s\n' milestone= criterion= kind= proof= met= checked_by= checked_on= link=
        case claim claims
            printf '%s\n' milestone= on= by= verdict= verdict_on= verdict_by= reason=
        case holiday holidays
            printf '%s\n' on= name=
        case dependency dependencies
            printf '%s\n' from= to= lag_days=
        case forecast forecasts
            printf '%s\n' milestone= on= forecast_on= reason=
        case baseline baselines
            printf '%s\n' name= on= reason=
        case baseline_date baseline_dates
            printf '%s\n' baseline= milestone= date=
        case accountability accountabilities
            printf '%s\n' area= owner= function= answers_for=
        case risk risks
            printf '%s\n' title= likelihood= impact= owner= early_sign= response= review_on= state= milestone= workstream= because=
        case lesson lessons
            printf '%s\n' kind= text= on= phase= team= change= applied_on= owner= override_reason=
        case activity activities
            printf '%s\n' name= forum= position= confirmed_on=
        case role roles
            printf '%s\n' name= position=
        case role_holder role_holders
            printf '%s\n' role= stakeholder=
        case assignment assignments
            printf '%s\n' activity= role= letters=
        case forum forums
            printf '%s\n' name= level= attached_to= rule= starts_on= at= minutes= chair= team= agenda=
        case former_rule former_rules
            printf '%s\n' forum= rule= starts_on= until_on=
        case invitee invitees
            printf '%s\n' forum= stakeholder= required=
        case meeting meetings
            printf '%s\n' forum= on= planned_on= held= confidence= notes= link=
        case attendance attendances
            printf '%s\n' meeting= stakeholder= state=
        case decision decisions
            printf '%s\n' question= activity= meeting= requested_on= decided_on= decided_by= outcome= loses_priority= message= supersedes= link= asked_of= stops_on= stopped_on=
        case input inputs
            printf '%s\n' decision= stakeholder= said= effect= replied_on=
        case action actions
            printf '%s\n' text= owner= due_on= done_on= meeting= team=
        case blocker blockers
            printf '%s\n' text= team= owner= cause= raised_on= escalated_on= resolved_on=
        case pulse pulses
            printf '%s\n' on= score= team= group= comment=
        case escalation escalations
            printf '%s\n' finding= owner= response= raised_on= due_on= level= outcome= closed_on= told_on= override_reason= moved_on= moved_reason=
        case climb climbs
            printf '%s\n' escalation= level= on=
        case waiver waivers
            printf '%s\n' finding= reason= until_on= by=
        case rating ratings
            printf '%s\n' scope= on= suggested= given= reason= by=
        case update updates
            printf '%s\n' on= audience= progress= lessons= changes= decisions= owner= sent_on=
        case capability capabilities
            printf '%s\n' name= kind= audience= owner= due_on= done_on= evidence= override_reason= link=
        case convention conventions
            printf '%s\n' text= rule=
        case adaptation adaptations
            printf '%s\n' team= convention= text= on= decision= reason=
        case handoff handoffs
            printf '%s\n' team= criterion= cycle= result= evidence= on= by= override_reason=
        case okr_review okr_reviews
            printf '%s\n' team= on= key_result= influence= owned= decides= measurable= reviewer= note=
        case script scripts
            printf '%s\n' audience= concern= text=
        case workshop workshops
            printf '%s\n' name= purpose=
        case segment segments
            printf '%s\n' workshop= position= minutes= activity= purpose=
        case tip tips
            printf '%s\n' text=
    end
end

complete -c rollout -n '__fish_use_subcommand' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_use_subcommand' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_use_subcommand' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_use_subcommand' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_use_subcommand' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_use_subcommand' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_use_subcommand' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_use_subcommand' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_use_subcommand' -l help -s h -d 'explain the command'
complete -c rollout -n '__fish_use_subcommand' -l version -d 'print the version'
complete -c rollout -n '__fish_use_subcommand' -F
complete -c rollout -f -n '__fish_use_subcommand' -a new -d 'start a programme in a new file'
complete -c rollout -n '__fish_seen_subcommand_from new' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from new' -l starts-on -x -d 'first day of the programme; else today'
complete -c rollout -n '__fish_seen_subcommand_from new' -l launches-on -x -d 'day on which the first teams start'
complete -c rollout -n '__fish_seen_subcommand_from new' -l bare -d 'leave the templates out'
complete -c rollout -n '__fish_seen_subcommand_from new' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from new' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from new' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from new' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a sample -d 'make a file with a fictional organisation to look around in'
complete -c rollout -n '__fish_seen_subcommand_from sample' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from sample' -l if-missing -d 'do nothing when the file exists'
complete -c rollout -n '__fish_seen_subcommand_from sample' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from sample' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from sample' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from sample' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a status -d 'what needs a decision, what is blocked, what has changed'
complete -c rollout -n '__fish_seen_subcommand_from status' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from status' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from status' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from status' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from status' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from status' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from status' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from status' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a check -d 'what the rule book finds'
complete -c rollout -n '__fish_seen_subcommand_from check' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from check' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from check' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from check' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from check' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from check' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from check' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from check' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a plan -d 'draft the roadmap from readiness, teams and dates'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l dry-run -s n -d 'say what would change, change nothing'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l remove -d 'remove what a plan added and nothing asks for any more'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l only -x -d 'take these items of the plan alone'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l not -x -d 'take all items of the plan but these'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from plan' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a claim -d 'say that a milestone is reached, with the proof'
complete -c rollout -n '__fish_seen_subcommand_from claim' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from claim' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from claim' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from claim' -l override -x -d 'let through what a rule refuses, for a reason that stays visible'
complete -c rollout -n '__fish_seen_subcommand_from claim' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from claim' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from claim' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from claim' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from claim' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a accept -d 'accept a claim that somebody has checked'
complete -c rollout -n '__fish_seen_subcommand_from accept' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from accept' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from accept' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from accept' -l override -x -d 'let through what a rule refuses, for a reason that stays visible'
complete -c rollout -n '__fish_seen_subcommand_from accept' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from accept' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from accept' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from accept' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from accept' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a reject -d 'send a claim back'
complete -c rollout -n '__fish_seen_subcommand_from reject' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from reject' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from reject' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from reject' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from reject' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from reject' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from reject' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from reject' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a baseline -d 'freeze the dates that are expected today as promises'
complete -c rollout -n '__fish_seen_subcommand_from baseline' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from baseline' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from baseline' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from baseline' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from baseline' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from baseline' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from baseline' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from baseline' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a rate -d 'give your confidence in the delivery of the whole, a phase or a workstream'
complete -c rollout -n '__fish_seen_subcommand_from rate' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from rate' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from rate' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from rate' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from rate' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from rate' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from rate' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from rate' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a log -d 'who changed what, and when'
complete -c rollout -n '__fish_seen_subcommand_from log' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from log' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from log' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from log' -l since -x -d 'only from that day on'
complete -c rollout -n '__fish_seen_subcommand_from log' -l limit -x -d 'at most N of them'
complete -c rollout -n '__fish_seen_subcommand_from log' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from log' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from log' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from log' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from log' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a undo -d 'take back your last change, or your last N'
complete -c rollout -n '__fish_seen_subcommand_from undo' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from undo' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from undo' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from undo' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from undo' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from undo' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from undo' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from undo' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a redo -d 'bring back what you have undone'
complete -c rollout -n '__fish_seen_subcommand_from redo' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from redo' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from redo' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from redo' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from redo' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from redo' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from redo' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from redo' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a backup -d 'copy the programme to a new file'
complete -c rollout -n '__fish_seen_subcommand_from backup' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from backup' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from backup' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from backup' -l help -s h -d 'explain the command'
complete -c rollout -n '__fish_seen_subcommand_from backup' -F
complete -c rollout -f -n '__fish_use_subcommand' -a verify -d 'look for damage in the file'
complete -c rollout -n '__fish_seen_subcommand_from verify' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from verify' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from verify' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from verify' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from verify' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from verify' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from verify' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from verify' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a types -d 'the types of records, or the fields of one'
complete -c rollout -n '__fish_seen_subcommand_from types' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from types' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from types' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from types' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from types' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from types' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from types; and test (__rollout_count) -eq 0' -a 'programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
complete -c rollout -f -n '__fish_use_subcommand' -a schema -d 'the JSON Schema of a type or of a document'
complete -c rollout -n '__fish_seen_subcommand_from schema' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from schema; and test (__rollout_count) -eq 0' -a 'register roadmap programme list findings log readiness schedule forecast what_if slip sequence routes plan status measures import removal hand_over verify types sql programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
complete -c rollout -f -n '__fish_use_subcommand' -a list -d 'the records of a type'
complete -c rollout -n '__fish_seen_subcommand_from list' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from list' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from list' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from list' -l sort -x -d 'sort by FIELD; -FIELD: from the greatest'
complete -c rollout -n '__fish_seen_subcommand_from list' -l limit -x -d 'at most N of them'
complete -c rollout -n '__fish_seen_subcommand_from list' -l after -x -d 'only what comes behind that record'
complete -c rollout -n '__fish_seen_subcommand_from list' -l columns -x -d 'only these fields, in this order'
complete -c rollout -n '__fish_seen_subcommand_from list' -l group-by -x -d 'by what stands in FIELD'
complete -c rollout -n '__fish_seen_subcommand_from list' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from list' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from list' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from list' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from list' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from list; and test (__rollout_count) -eq 0' -a 'programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
complete -c rollout -f -n '__fish_seen_subcommand_from list' -a '(__rollout_fields)'
complete -c rollout -f -n '__fish_use_subcommand' -a show -d 'one record with all its fields'
complete -c rollout -n '__fish_seen_subcommand_from show' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from show' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from show' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from show' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from show' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from show' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from show' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from show' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from show; and test (__rollout_count) -eq 0' -a 'programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
complete -c rollout -f -n '__fish_use_subcommand' -a add -d 'add a record'
complete -c rollout -n '__fish_seen_subcommand_from add' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from add' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from add' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from add' -l override -x -d 'let through what a rule refuses, for a reason that stays visible'
complete -c rollout -n '__fish_seen_subcommand_from add' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from add' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from add' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from add' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from add' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from add; and test (__rollout_count) -eq 0' -a 'programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
complete -c rollout -f -n '__fish_seen_subcommand_from add' -a '(__rollout_fields)'
complete -c rollout -f -n '__fish_use_subcommand' -a set -d 'change fields of records'
complete -c rollout -n '__fish_seen_subcommand_from set' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from set' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from set' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from set' -l dry-run -s n -d 'say what would change, change nothing'
complete -c rollout -n '__fish_seen_subcommand_from set' -l where -x -d 'all records for which that holds, as in list; instead of REF'
complete -c rollout -n '__fish_seen_subcommand_from set' -l override -x -d 'let through what a rule refuses, for a reason that stays visible'
complete -c rollout -n '__fish_seen_subcommand_from set' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from set' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from set' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from set' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from set' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from set; and test (__rollout_count) -eq 0' -a 'programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
complete -c rollout -f -n '__fish_seen_subcommand_from set' -a '(__rollout_fields)'
complete -c rollout -f -n '__fish_use_subcommand' -a remove -d 'remove records and what cannot be without them'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l dry-run -s n -d 'say what would change, change nothing'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l yes -s y -d 'go on without asking'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l no-input -d 'never ask; stop where a question would be'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from remove' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from remove; and test (__rollout_count) -eq 0' -a 'programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
complete -c rollout -f -n '__fish_use_subcommand' -a hand-over -d 'give all that somebody owns to somebody else'
complete -c rollout -n '__fish_seen_subcommand_from hand-over' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from hand-over' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from hand-over' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from hand-over' -l dry-run -s n -d 'say what would change, change nothing'
complete -c rollout -n '__fish_seen_subcommand_from hand-over' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from hand-over' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from hand-over' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from hand-over' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from hand-over' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a readiness -d 'how ready the organisation is, and what follows for the roadmap'
complete -c rollout -n '__fish_seen_subcommand_from readiness' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from readiness' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from readiness' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from readiness' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from readiness' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from readiness' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from readiness' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from readiness' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from readiness' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a schedule -d 'when each milestone is expected, its slack, and what is critical'
complete -c rollout -n '__fish_seen_subcommand_from schedule' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from schedule' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from schedule' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from schedule' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from schedule' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from schedule' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from schedule' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from schedule' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a forecast -d 'when each phase is likely to end, and how much that rests on'
complete -c rollout -n '__fish_seen_subcommand_from forecast' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from forecast' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from forecast' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from forecast' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from forecast' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from forecast' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from forecast' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from forecast' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a sequence -d 'which team comes in which wave, and why'
complete -c rollout -n '__fish_seen_subcommand_from sequence' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from sequence' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from sequence' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from sequence' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from sequence' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from sequence' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from sequence' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from sequence' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a routes -d 'whom to ask so that a mixed or resistant person is won over'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l audience -x -a 'lead leadership team' -d 'who will read it: lead, leadership or team'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l limit -x -d 'at most N of them'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from routes' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a measures -d 'adoption, participation, response time, sentiment, blockers, decision change'
complete -c rollout -n '__fish_seen_subcommand_from measures' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from measures' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from measures' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from measures' -l by -x -d 'import: id=REF,..., whose known ids the file has under a new name; measures: what cuts them'
complete -c rollout -n '__fish_seen_subcommand_from measures' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from measures' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from measures' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from measures' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from measures' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a signals -d 'which signals of the cadence stand, and which failure modes'
complete -c rollout -n '__fish_seen_subcommand_from signals' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from signals' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from signals' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from signals' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from signals' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from signals' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from signals' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from signals' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_use_subcommand' -a import -d 'read records from a file'
complete -c rollout -n '__fish_seen_subcommand_from import' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from import' -l json -d 'print the result as JSON'
complete -c rollout -n '__fish_seen_subcommand_from import' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from import' -l force -d 'replace a file that exists'
complete -c rollout -n '__fish_seen_subcommand_from import' -l dry-run -s n -d 'say what would change, change nothing'
complete -c rollout -n '__fish_seen_subcommand_from import' -l skip-invalid -d 'import the valid records; needs --rejects'
complete -c rollout -n '__fish_seen_subcommand_from import' -l rejects -r -F -d 'write the records left out, and why, to FILE'
complete -c rollout -n '__fish_seen_subcommand_from import' -l map -x -d 'read COLUMN as FIELD; may be repeated'
complete -c rollout -n '__fish_seen_subcommand_from import' -l by -x -d 'import: id=REF,..., whose known ids the file has under a new name; measures: what cuts them'
complete -c rollout -n '__fish_seen_subcommand_from import' -l dates -x -a 'dmy mdy ymd' -d 'how the file writes dates, where a column does not tell'
complete -c rollout -n '__fish_seen_subcommand_from import' -l encoding -x -a 'utf-8 windows-1252' -d 'how the file\'s letters are encoded'
complete -c rollout -n '__fish_seen_subcommand_from import' -l owners -x -a 'first' -d 'of several owners in a cell the first is meant'
complete -c rollout -n '__fish_seen_subcommand_from import' -l sheet -x -d 'which sheet of a workbook is read'
complete -c rollout -n '__fish_seen_subcommand_from import' -l no-input -d 'never ask; stop where a question would be'
complete -c rollout -n '__fish_seen_subcommand_from import' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from import' -l as -x -d 'who is recorded in the history'
complete -c rollout -n '__fish_seen_subcommand_from import' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from import' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from import' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from import; and test (__rollout_count) -eq 0' -a 'register roadmap programme programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
complete -c rollout -n '__fish_seen_subcommand_from import' -F
complete -c rollout -f -n '__fish_use_subcommand' -a export -d 'write records to a file or standard output'
complete -c rollout -n '__fish_seen_subcommand_from export' -l file -s f -r -F -d 'the programme file'
complete -c rollout -n '__fish_seen_subcommand_from export' -l format -x -a 'json csv' -d 'how it is written: see `rollout help formats`'
complete -c rollout -n '__fish_seen_subcommand_from export' -l output -s o -r -F -d 'write to FILE; - is standard output'
complete -c rollout -n '__fish_seen_subcommand_from export' -l force -d 'replace a file that exists'
complete -c rollout -n '__fish_seen_subcommand_from export' -l bom -d 'begin CSV with the mark that spreadsheets look for'
complete -c rollout -n '__fish_seen_subcommand_from export' -l audience -x -a 'lead leadership team' -d 'who will read it: lead, leadership or team'
complete -c rollout -n '__fish_seen_subcommand_from export' -l read-only -d 'open the file for reading only'
complete -c rollout -n '__fish_seen_subcommand_from export' -l today -x -d 'the day that rules and lists go by'
complete -c rollout -n '__fish_seen_subcommand_from export' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from export' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from export' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from export; and test (__rollout_count) -eq 0' -a 'register roadmap programme programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
complete -c rollout -f -n '__fish_use_subcommand' -a help -d 'explain a command, the keys, the formats or sharing'
complete -c rollout -n '__fish_seen_subcommand_from help' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c rollout -n '__fish_seen_subcommand_from help' -l ascii -d 'show nothing but ASCII characters'
complete -c rollout -n '__fish_seen_subcommand_from help' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from help; and test (__rollout_count) -eq 0' -a 'new sample status check plan claim accept reject baseline rate log undo redo backup verify types schema list show add set remove hand-over readiness schedule forecast sequence routes measures signals import export help completion keys formats sharing'
complete -c rollout -f -n '__fish_use_subcommand' -a completion -d 'print what makes a shell complete these commands'
complete -c rollout -n '__fish_seen_subcommand_from completion' -l help -s h -d 'explain the command'
complete -c rollout -f -n '__fish_seen_subcommand_from completion; and test (__rollout_count) -eq 0' -a 'bash zsh fish'
