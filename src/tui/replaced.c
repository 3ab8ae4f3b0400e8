/* SPDX-License-Identifier: MIT */
/*
 * The file was replaced, moved or deleted while the terminal is open. Must not read the programme:
 * a question is on top until the file is opened anew, so that nothing else does either. What is
 * open stays open over the new file, with what was typed.
 */
#include "replaced.h"

#include "tui/kit/form/prompt.h"

static const struct question_choice replaced[] = {
	{ 'o', "open the one that is there now" },
	{ 'k', "keep what was open as a copy beside it, then open" },
	{ 'q', "quit" },
	{ 'w', "wait (Esc)" },
};
static const struct question_choice gone[] = {
	{ 's', "save what was open under its name again" },
	{ 'q', "quit" },
	{ 'w', "wait (Esc)" },
};

static unsigned ask(struct session *session, enum programme_place place, const char *why);

static unsigned
take_answer(struct session *session, const char *answer, void *context)
{
	struct arena arena = { 0 };
	struct error error = { 0 };
	const char *copy = NULL;
	enum status status = STATUS_OK;

	(void)context;
	if (*answer == 'q')
		return EFFECT_QUIT;
	if (*answer == 's') {
		status = programme_put_back(session->programme, &error);
	} else {
		if (*answer == 'k')
			status = programme_keep_copy(session->programme, &arena, &copy, &error);
		if (status == STATUS_OK)
			status = programme_open_anew(session->programme, &error);
	}
	if (status == STATUS_OK)
		session_say(session, ROLE_MESSAGE, "%s%s",
			*answer == 's' ? "saved again"
			: copy         ? "opened anew; what was open is "
				       : "opened anew; what you typed is kept",
			copy ? copy : "");
	arena_clear(&arena);
	return status == STATUS_OK
		       ? (unsigned)EFFECT_RELOAD
		       : ask(session, programme_look(session->programme), error.message);
}

/* why: what went wrong with the answer before; NULL: it is the first time. */
static unsigned
ask(struct session *session, enum programme_place place, const char *why)
{
	struct lines lines = { 0 };
	bool other = place != PROGRAMME_GONE;

	lines_wrap(&lines, ROLE_TITLE, 66, 2, programme_path(session->programme));
	if (why)
		lines_wrap(&lines, ROLE_ERROR, 66, 2, why);
	else
		lines_wrap(&lines, ROLE_TEXT, 66, 2,
			other ? "Another file stands there now: a program that synchronises "
				"folders, or git, has put it there."
			      : "It was moved or deleted.");
	lines_wrap(&lines, ROLE_MUTED, 66, 2,
		"Nothing can be read or saved until this is settled. A form that is open keeps "
		"what you typed.");
	return question_ask(session, callback_to(take_answer, NULL),
		other ? "The file was replaced" : "The file is gone", &lines,
		other ? replaced : gone,
		other ? sizeof replaced / sizeof *replaced : sizeof gone / sizeof *gone);
}

unsigned
replaced_ask(struct session *session, enum programme_place place)
{
	return ask(session, place, NULL);
}
