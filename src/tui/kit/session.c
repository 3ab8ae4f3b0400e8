/* SPDX-License-Identifier: MIT */
/*
 * Small helpers over the session. Must not act on an effect.
 */
#include "session.h"

#include <stdarg.h>
#include <stdio.h>

void
session_say(struct session *session, enum role role, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	vsnprintf(session->message, sizeof session->message, format, values);
	va_end(values);
	session->message_role = role;
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
session_answer(struct session *session, int asked, const char *text, size_t length)
{
	session->asked = asked;
	buffer_reset(&session->answer);
	buffer_append(&session->answer, text, length);
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

static bool
is_kept(const struct writing *writing, const struct field *field, int64_t id)
{
	return writing->kept_field == field && writing->kept_id == id;
}

void
session_write(
	struct session *session, int asked, const struct field *field, int64_t id, const char *text)
{
	struct writing *writing = &session->writing;

	writing->asked = asked;
	writing->field = field;
	writing->id = id;
	writing->wanted = true;
	buffer_reset(&writing->text);
	if (is_kept(writing, field, id))
		buffer_append(&writing->text, buffer_text(&writing->kept), writing->kept.length);
	else
		buffer_append_text(&writing->text, text);
}

void
session_keep_written(struct session *session, const struct field *field, int64_t id,
	const char *text, size_t length)
{
	struct writing *writing = &session->writing;

	writing->kept_field = field;
	writing->kept_id = id;
	buffer_reset(&writing->kept);
	buffer_append(&writing->kept, text, length);
}

void
session_drop_written(struct session *session, const struct field *field, int64_t id)
{
	if (is_kept(&session->writing, field, id))
		session->writing.kept_field = NULL;
}
