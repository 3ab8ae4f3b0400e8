/* SPDX-License-Identifier: MIT */
/*
 * Everything a person can do, in one table: name, help, keys, where it applies. It feeds the
 * look-up of keys, the footer, the help and the command line of the terminal, so that none of them
 * can say what another does not do. The rows stand in src/tui/actions_*.c.
 */
#ifndef ROLLOUT_TUI_ACTIONS_H
#define ROLLOUT_TUI_ACTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/kit/screen/input.h"

enum action {
	ACTION_NONE,
	ACTION_ADD,
	ACTION_EDIT,
	ACTION_DELETE,
	ACTION_OPEN, /* go to the record a line is about */
	ACTION_CHANGE, /* the cell under the cursor */
	ACTION_NEXT_VALUE,
	ACTION_PREVIOUS_VALUE,
	ACTION_FILTER,
	ACTION_MARK_ALL,
	ACTION_COLUMNS,
	ACTION_PICK, /* from the values a field can have */
	ACTION_UNDO,
	ACTION_REDO,
	ACTION_WHY,
	ACTION_ESCALATE, /* what a rule found */
	ACTION_SNOOZE,
	ACTION_RATE, /* confidence in the delivery, as a person judges it */
	ACTION_DETAILS,
	ACTION_EDITOR, /* long text in the person's own editor */
	ACTION_TAKE_THEIRS, /* of a field that two people changed */
	ACTION_SEARCH,
	ACTION_SEARCH_NEXT,
	ACTION_SEARCH_PREVIOUS,
	ACTION_SORT,
	ACTION_SORT_REVERSE,
	ACTION_UP,
	ACTION_DOWN,
	ACTION_PAGE_UP,
	ACTION_PAGE_DOWN,
	ACTION_FIRST,
	ACTION_LAST,
	ACTION_NEXT_PAGE,
	ACTION_PREVIOUS_PAGE,
	ACTION_PANEL_0, /* the others follow in order */
	ACTION_PANEL_1,
	ACTION_PANEL_2,
	ACTION_PANEL_3,
	ACTION_PANEL_4,
	ACTION_PANEL_5,
	ACTION_PANEL_6,
	ACTION_PANEL_7,
	ACTION_SAVE,
	ACTION_NEXT_FIELD,
	ACTION_PREVIOUS_FIELD,
	ACTION_ACCEPT, /* Enter: next field, at the last one save; accepts a prompt */
	ACTION_CLOSE, /* of something that only shows */
	ACTION_CANCEL,
	ACTION_HELP,
	ACTION_COMMAND,
	ACTION_REDRAW,
	ACTION_SUSPEND,
	ACTION_INTERRUPT, /* Ctrl-C where there is nothing to cancel */
	ACTION_PLAN, /* draft the roadmap */
	ACTION_EXPORT,
	ACTION_IMPORT,
	ACTION_WRITE, /* what an import would do */
	ACTION_SUBJECT,
	ACTION_MAP,
	ACTION_COPY, /* to the terminal's clipboard */
	ACTION_MOUSE, /* on or off */
	ACTION_THEME,
	ACTION_GLYPHS,
	ACTION_ROUND, /* answers of the diagnosis, one key each */
	ACTION_SCORE,
	ACTION_NOT_KNOWN,
	ACTION_EVIDENCE, /* what an answer or a claim rests on */
	ACTION_PROVE, /* the evidence of a milestone */
	ACTION_CLAIM,
	ACTION_CLAIM_ACCEPT,
	ACTION_REJECT,
	ACTION_MARK,
	ACTION_LATER, /* moves a date by a day */
	ACTION_EARLIER,
	ACTION_WEEK_LATER,
	ACTION_WEEK_EARLIER,
	ACTION_STRETCH, /* which end of a bar is moved */
	ACTION_ZOOM,
	ACTION_TODAY,
	ACTION_BASELINE, /* the first promise or the newest */
	ACTION_PIN, /* a team to a wave */
	ACTION_UNPIN,
	ACTION_RESPONSIBLE, /* a letter into the cell of the RACI matrix */
	ACTION_ACCOUNTABLE,
	ACTION_CONSULTED,
	ACTION_INFORMED,
	ACTION_BOTH,
	ACTION_EMPTY,
	ACTION_PRESENT, /* attendance of a meeting */
	ACTION_DELEGATE,
	ACTION_EXCUSED,
	ACTION_ABSENT,
	ACTION_PRESENT_REST,
	ACTION_DECIDE, /* what came of it */
	ACTION_PROMISE,
	ACTION_BLOCK,
	ACTION_CONFIDENCE,
	ACTION_NOTE,
	ACTION_NEXT_MEETING,
	ACTION_CALL_OFF, /* one meeting of a forum */
	ACTION_OTHER_DAY,
	ACTION_PASS, /* a note of the handoff board */
	ACTION_FAIL,
	ACTION_NEXT_CYCLE,
	ACTION_FALLBACK, /* what a team that fails gets */
	ACTION_HOLDER, /* a person for the role of the column */
	ACTION_ADD_ROLE,
	ACTION_CONTACT, /* with the person one stands on */
	ACTION_LINK, /* from them to another */
	ACTION_LEFT,
	ACTION_RIGHT,
	ACTION_BACK, /* to the page one came from */
	ACTION_QUIT,
};

/* Where an action applies: what stands on top. */
enum scope {
	SCOPE_LIST = 1 << 0,
	SCOPE_CONTROL = 1 << 1, /* a sheet of lines: the control room, the diagnosis … */
	SCOPE_FORM = 1 << 2,
	SCOPE_POPUP = 1 << 3,
	SCOPE_PROMPT = 1 << 4,
	SCOPE_QUESTION = 1 << 5,
	SCOPE_PAGE = 1 << 6, /* whatever fills the content area below the tabs */
	SCOPE_RECORD = 1 << 7, /* a page with a record that is selected */
	SCOPE_READINESS = 1 << 8,
	SCOPE_ROUND = 1 << 9, /* answers of a round of the diagnosis */
	SCOPE_TIMELINE = 1 << 10,
	SCOPE_SLIP = 1 << 11,
	SCOPE_TEAMS = 1 << 12,
	SCOPE_PLAN = 1 << 13,
	SCOPE_PEOPLE = 1 << 14, /* the register with its detail */
	SCOPE_GRID = 1 << 15,
	SCOPE_INFLUENCE = 1 << 16,
	SCOPE_ENGAGEMENT = 1 << 17,
	SCOPE_MATRIX = 1 << 18,
	SCOPE_CALENDAR = 1 << 19,
	SCOPE_MEETING = 1 << 20,
	SCOPE_BOARD = 1 << 21, /* handoff */
	SCOPE_PLAYBOOK = 1 << 22,
	SCOPE_LOG = 1 << 23,
	SCOPE_WELCOME = 1 << 24,
	SCOPE_IMPORT = 1 << 25,
	SCOPE_PICKER = 1 << 26,
	SCOPE_DETAILS = 1 << 27,
	SCOPE_CLAIM = 1 << 28,
	SCOPE_COLUMNS = 1 << 29,
	SCOPE_ANY = (1 << 30) - 1,
};

/* On the programme: what writes cannot be done where that is open for reading only. */
enum action_effect { READS, WRITES };

enum { ACTION_KEYS_MAX = 4 };

struct action_info {
	enum action action;
	const char *name; /* typed behind ":" */
	const char *help; /* one line, without a full stop */
	const char *hint; /* a word for the footer; NULL: not there */
	int rank; /* in the footer: the lowest stay when it is narrow */
	unsigned scopes; /* of enum scope */
	enum action_effect effect;
	struct input keys[ACTION_KEYS_MAX]; /* the first is the one shown; INPUT_NONE ends them */
};

/* The first row (after NULL), or the one behind it; NULL: no more. */
const struct action_info *actions_next(const struct action_info *after);
/* What the key does there; ACTION_NONE: nothing. */
enum action actions_find(unsigned scope, const struct input *input);
/*
 * The action of that name, or the only one whose name begins so, among those of scope; ACTION_NONE,
 * *several telling whether more than one begins so.
 */
enum action actions_find_name(unsigned scope, const char *name, bool *several);

/* Where the action works, in words: "everywhere", "in a list" … */
const char *actions_where(const struct action_info *info);

enum { ACTION_KEYS_SIZE = 48 };

/* "Up, k": all of its keys. */
void actions_name_keys(const struct action_info *info, char out[ACTION_KEYS_SIZE]);

#endif
