/* SPDX-License-Identifier: MIT */
/*
 * Small helpers over the session. Must not act on an effect.
 */
#include "session.h"

#include <stdarg.h>
#include <stdio.h>

#include "label_words.h"

void
session_say(struct session *session, enum role role, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	vsnprintf(session->message, sizeof session->message, format, values);
	va_end(values);
	session->message_role = role;
}

unsigned
session_done(struct session *session, const char *format, ...)
{
	char done[MESSAGE_SIZE];
	va_list values;

	va_start(values, format);
	vsnprintf(done, sizeof done, format, values);
	va_end(values);
	session_say(session, ROLE_MESSAGE, "%s; u takes it back", done);
	return EFFECT_RELOAD;
}

void
session_fail(struct session *session, const struct error *error)
{
	session_say(session, ROLE_ERROR, "%s", error->message);
}

const char *
session_refusal(const struct session *session)
{
	return session->read_only ? "this programme is open for reading only" : NULL;
}

bool
session_refuses(struct session *session)
{
	const char *refusal = session_refusal(session);

	if (refusal)
		session_say(session, ROLE_WARNING, "%s", refusal);
	return refusal != NULL;
}

unsigned
session_reject(
	struct session *session, const struct error *error, const struct type *type, int64_t id)
{
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	struct error ignored = { 0 };
	bool gone = type && programme_get(session->programme, type, id, &arena, record, &ignored) ==
				    STATUS_NOT_FOUND;

	arena_clear(&arena);
	if (!gone) {
		session_fail(session, error);
		return EFFECT_REFUSED;
	}
	session_say(session, ROLE_WARNING, "the %s is not there any more",
		label_words_of(type->label).text);
	return EFFECT_RELOAD;
}

void
session_copy(struct session *session, const char *text, size_t length)
{
	buffer_reset(&session->clipboard);
	buffer_append(&session->clipboard, text, length);
	session->copies = true;
}

unsigned
session_open(struct session *session, struct panel *panel)
{
	session->opened = panel;
	return EFFECT_OPEN;
}

unsigned
session_answer(struct session *session, const struct callback *callback, const char *text)
{
	session->callback = callback;
	buffer_reset(&session->answer);
	buffer_append_text(&session->answer, text);
	return EFFECT_ANSWER;
}

unsigned
session_show(struct session *session, const struct type *type, int64_t id)
{
	session->target_type = type;
	session->target_id = id;
	session->target_here = false;
	session->target_page = NULL;
	session->target_filter = NULL;
	return EFFECT_SHOW;
}

unsigned
session_show_here(struct session *session, const struct type *type, int64_t id)
{
	unsigned effects = session_show(session, type, id);

	session->target_here = true;
	return effects;
}

unsigned
session_show_filtered(struct session *session, const struct type *type, const char *filter)
{
	unsigned effects = session_show(session, type, 0);

	session->target_filter = filter;
	return effects;
}

unsigned
session_show_page(struct session *session, const char *page, const char *filter)
{
	session->target_page = page;
	session->target_filter = filter;
	return EFFECT_SHOW;
}

void
session_take_time(struct session *session)
{
	programme_set_stop(session->programme, session->waits, session->waits_context);
}

void
session_hurry(struct session *session)
{
	programme_set_stop(session->programme, NULL, NULL);
}
