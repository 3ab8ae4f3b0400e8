# bash completion for rollout, printed by `rollout completion bash`

_rollout_fields()
{
	case $1 in
	programme | programmes) echo 'name= purpose= success_definition= sponsor= lead= starts_on= launches_on= cycle_weeks= check_in_weeks= escalates_to=' ;;
	setting | settings) echo 'name= value= unit= help=' ;;
	function | functions) echo 'name= lead= stall_tell= stall_support= stall_reset_after_days=' ;;
	team | teams) echo 'name= function= leader= coach= size= capability= stance= complexity= cross_functional= wave= pinned_reason= ownership= fallback= override_reason=' ;;
	wave | waves) echo 'number= name= gate= launches_on= launched_on= note=' ;;
	team_link | team_links) echo 'from= to= note=' ;;
	stakeholder | stakeholders) echo 'name= kind= organisation= job_title= email= group= owner= attitude= desired_attitude= influence= interest= channel= main_concern= resistance= can_slow_decisions= can_reinterpret_priorities= can_ignore_cadence= cadence_days= last_contact_on= status= status_on= notes= active= team= function= left_on=' ;;
	relationship | relationships) echo 'from= to= kind= strength= note=' ;;
	contact | contacts) echo 'stakeholder= on= by= channel= summary= attitude_after=' ;;
	engagement | engagements) echo 'action= stage= group= stakeholder= wave= owner= channel= due_on= done_on= outcome= changed= because= days_from_launch=' ;;
	question | questions) echo 'area= prompt= failure_sign= low= middle= high= critical= position=' ;;
	response | responses) echo 'question= respondent= score= evidence= on=' ;;
	phase | phases) echo 'name= question= starts_on= ends_on=' ;;
	slice | slices) echo 'name= phase= starts_on= ends_on=' ;;
	workstream | workstreams) echo 'name= lead= position=' ;;
	milestone | milestones) echo 'title= kind= workstream= phase= slice= team= parent= owner= baseline_on= forecast_on= actual_on= work_days= likely_late_days= wave= settled= condition_of= state= because= override_reason= link=' ;;
	evidence) echo 'milestone= criterion= kind= proof= met= checked_by= checked_on= link=' ;;
	claim | claims) echo 'milestone= on= by= verdict= verdict_on= verdict_by= reason=' ;;
	holiday | holidays) echo 'on= name=' ;;
	dependency | dependencies) echo 'from= to= lag_days=' ;;
	forecast | forecasts) echo 'milestone= on= forecast_on= reason=' ;;
	baseline | baselines) echo 'name= on= reason=' ;;
	baseline_date | baseline_dates) echo 'baseline= milestone= date=' ;;
	accountability | accountabilities) echo 'area= owner= function= answers_for=' ;;
	risk | risks) echo 'title= likelihood= impact= owner= early_sign= response= review_on= state= milestone= workstream= because=' ;;
	lesson | lessons) echo 'kind= text= on= phase= team= change= applied_on= owner= override_reason=' ;;
	activity | activities) echo 'name= forum= position= confirmed_on=' ;;
	role | roles) echo 'name= position=' ;;
	role_holder | role_holders) echo 'role= stakeholder=' ;;
	assignment | assignments) echo 'activity= role= letters=' ;;
	forum | forums) echo 'name= level= attached_to= rule= starts_on= at= minutes= chair= team= agenda=' ;;
	former_rule | former_rules) echo 'forum= rule= starts_on= until_on=' ;;
	invitee | invitees) echo 'forum= stakeholder= required=' ;;
	meeting | meetings) echo 'forum= on= planned_on= held= confidence= notes= link=' ;;
	attendance | attendances) echo 'meeting= stakeholder= state=' ;;
	decision | decisions) echo 'question= activity= meeting= requested_on= decided_on= decided_by= outcome= loses_priority= message= supersedes= link= asked_of= stops_on= stopped_on=' ;;
	input | inputs) echo 'decision= stakeholder= said= effect= replied_on=' ;;
	action | actions) echo 'text= owner= due_on= done_on= meeting= team=' ;;
	blocker | blockers) echo 'text= team= owner= cause= raised_on= escalated_on= resolved_on=' ;;
	pulse | pulses) echo 'on= score= team= group= comment=' ;;
	escalation | escalations) echo 'finding= owner= response= raised_on= due_on= level= outcome= closed_on= told_on= override_reason= moved_on= moved_reason=' ;;
	climb | climbs) echo 'escalation= level= on=' ;;
	waiver | waivers) echo 'finding= reason= until_on= by=' ;;
	rating | ratings) echo 'scope= on= suggested= given= reason= by=' ;;
	update | updates) echo 'on= audience= progress= lessons= changes= decisions= owner= sent_on=' ;;
	capability | capabilities) echo 'name= kind= audience= owner= due_on= done_on= evidence= override_reason= link=' ;;
	convention | conventions) echo 'text= rule=' ;;
	adaptation | adaptations) echo 'team= convention= text= on= decision= reason=' ;;
	handoff | handoffs) echo 'team= criterion= cycle= result= evidence= on= by= override_reason=' ;;
	okr_review | okr_reviews) echo 'team= on= key_result= influence= owned= decides= measurable= reviewer= note=' ;;
	script | scripts) echo 'audience= concern= text=' ;;
	workshop | workshops) echo 'name= purpose=' ;;
	segment | segments) echo 'workshop= position= minutes= activity= purpose=' ;;
	tip | tips) echo 'text=' ;;
	esac
}

_rollout()
{
	local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
	local typed=("${COMP_WORDS[@]:1:COMP_CWORD-1}")
	local command= options= offers= files= skip= word
	local arguments=()

	for word in "${typed[@]}"; do
		if [[ -n $skip ]]; then
			skip=
			continue
		fi
		case $word in
		-f | --file | --format | -o | --output | --audience | --only | --not | --rejects | --map | --by | --dates | --encoding | --owners | --sheet | --starts-on | --launches-on | --since | --sort | --limit | --after | --columns | --where | --group-by | --override | --today | --as | --color) skip=1 ;;
		-*) ;;
		*) if [[ -z $command ]]; then command=$word; else arguments+=("$word"); fi ;;
		esac
	done
	case $previous in
	-f | --file)
		COMPREPLY=($(compgen -f -- "$current"))
		return
		;;
	--format)
		command=value offers='json csv'
		;;
	-o | --output)
		COMPREPLY=($(compgen -f -- "$current"))
		return
		;;
	--audience)
		command=value offers='lead leadership team'
		;;
	--only)
		command=value offers=''
		;;
	--not)
		command=value offers=''
		;;
	--rejects)
		COMPREPLY=($(compgen -f -- "$current"))
		return
		;;
	--map)
		command=value offers=''
		;;
	--by)
		command=value offers=''
		;;
	--dates)
		command=value offers='dmy mdy ymd'
		;;
	--encoding)
		command=value offers='utf-8 windows-1252'
		;;
	--owners)
		command=value offers='first'
		;;
	--sheet)
		command=value offers=''
		;;
	--starts-on)
		command=value offers=''
		;;
	--launches-on)
		command=value offers=''
		;;
	--since)
		command=value offers=''
		;;
	--sort)
		command=value offers=''
		;;
	--limit)
		command=value offers=''
		;;
	--after)
		command=value offers=''
		;;
	--columns)
		command=value offers=''
		;;
	--where)
		command=value offers=''
		;;
	--group-by)
		command=value offers=''
		;;
	--override)
		command=value offers=''
		;;
	--today)
		command=value offers=''
		;;
	--as)
		command=value offers=''
		;;
	--color)
		command=value offers='auto always never'
		;;
	esac
	case $command in
	'')
		options='--file --json --format --read-only --today --as --color --ascii --help --version'
		offers='new sample status check plan claim accept reject baseline rate log undo redo backup verify types schema list show add set remove hand-over readiness schedule forecast sequence routes measures signals import export help completion' files=1
		;;
	new)
		options='--file --starts-on --launches-on --bare --today --as --ascii --help'
		;;
	sample)
		options='--file --if-missing --today --as --ascii --help'
		;;
	status)
		options='--file --json --format --read-only --today --color --ascii --help'
		;;
	check)
		options='--file --json --format --read-only --today --color --ascii --help'
		((${#arguments[@]} == 0)) && offers=''
		;;
	plan)
		options='--file --json --format --dry-run --remove --only --not --read-only --today --as --color --ascii --help'
		;;
	claim)
		options='--file --json --format --override --today --as --color --ascii --help'
		;;
	accept)
		options='--file --json --format --override --today --as --color --ascii --help'
		;;
	reject)
		options='--file --json --format --today --as --color --ascii --help'
		;;
	baseline)
		options='--file --json --format --today --as --color --ascii --help'
		;;
	rate)
		options='--file --json --format --today --as --color --ascii --help'
		;;
	log)
		options='--file --json --format --since --limit --read-only --today --color --ascii --help'
		;;
	undo)
		options='--file --json --format --today --as --color --ascii --help'
		;;
	redo)
		options='--file --json --format --today --as --color --ascii --help'
		;;
	backup)
		options='--file --read-only --ascii --help'
		((${#arguments[@]} == 0)) && files=1
		;;
	verify)
		options='--file --json --format --read-only --today --color --ascii --help'
		;;
	types)
		options='--json --format --today --color --ascii --help'
		((${#arguments[@]} == 0)) && offers='programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
		;;
	schema)
		options='--help'
		((${#arguments[@]} == 0)) && offers='register roadmap programme list findings log readiness schedule forecast what_if slip sequence routes plan status measures import removal hand_over verify types sql programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
		;;
	list)
		options='--file --json --format --sort --limit --after --columns --group-by --read-only --today --color --ascii --help'
		((${#arguments[@]} == 0)) && offers='programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
		((${#arguments[@]} >= 1)) && offers=$(_rollout_fields "${arguments[0]}")
		;;
	show)
		options='--file --json --format --read-only --today --color --ascii --help'
		((${#arguments[@]} == 0)) && offers='programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
		;;
	add)
		options='--file --json --format --override --today --as --color --ascii --help'
		((${#arguments[@]} == 0)) && offers='programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
		((${#arguments[@]} >= 1)) && offers=$(_rollout_fields "${arguments[0]}")
		;;
	set)
		options='--file --json --format --dry-run --where --override --today --as --color --ascii --help'
		((${#arguments[@]} == 0)) && offers='programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
		((${#arguments[@]} >= 2)) && offers=$(_rollout_fields "${arguments[0]}")
		;;
	remove)
		options='--file --json --format --dry-run --yes --no-input --today --as --color --ascii --help'
		((${#arguments[@]} == 0)) && offers='programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
		;;
	hand-over)
		options='--file --json --format --dry-run --today --as --color --ascii --help'
		;;
	readiness)
		options='--file --json --format --read-only --today --as --color --ascii --help'
		;;
	schedule)
		options='--file --json --format --read-only --today --color --ascii --help'
		;;
	forecast)
		options='--file --json --format --read-only --today --color --ascii --help'
		;;
	sequence)
		options='--file --json --format --read-only --today --color --ascii --help'
		;;
	routes)
		options='--file --json --format --audience --limit --read-only --today --color --ascii --help'
		;;
	measures)
		options='--file --json --format --by --read-only --today --color --ascii --help'
		;;
	signals)
		options='--file --json --format --read-only --today --color --ascii --help'
		;;
	import)
		options='--file --json --format --force --dry-run --skip-invalid --rejects --map --by --dates --encoding --owners --sheet --no-input --today --as --color --ascii --help'
		((${#arguments[@]} == 0)) && offers='register roadmap programme programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
		((${#arguments[@]} == 1)) && files=1
		;;
	export)
		options='--file --format --output --force --bom --audience --read-only --today --color --ascii --help'
		((${#arguments[@]} == 0)) && offers='register roadmap programme programme setting function team wave team_link stakeholder relationship contact engagement question response phase slice workstream milestone evidence claim holiday dependency forecast baseline baseline_date accountability risk lesson activity role role_holder assignment forum former_rule invitee meeting attendance decision input action blocker pulse escalation climb waiver rating update capability convention adaptation handoff okr_review script workshop segment tip'
		;;
	help)
		options='--color --ascii --help'
		((${#arguments[@]} == 0)) && offers='new sample status check plan claim accept reject baseline rate log undo redo backup verify types schema list show add set remove hand-over readiness schedule forecast sequence routes measures signals import export help completion keys formats sharing'
		;;
	completion)
		options='--help'
		((${#arguments[@]} == 0)) && offers='bash zsh fish'
		;;
	esac
	if [[ $current == -* ]]; then
		offers=$options
	elif [[ $offers == *= ]]; then
		compopt -o nospace
	fi
	COMPREPLY=($(compgen -W "$offers" -- "$current"))
	if [[ -n $files && ${#COMPREPLY[@]} == 0 ]]; then
		COMPREPLY=($(compgen -f -- "$current"))
	fi
}

complete -F _rollout rollout
