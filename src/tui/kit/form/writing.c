/* SPDX-License-Identifier: MIT */
/* Texts on their way through the person's editor. Must not know what they are for. */
#include "writing.h"

#include <stdio.h>
#include <string.h>

#include "tui/kit/screen/editor.h"
#include "tui/kit/session.h"

static bool
is_kept(const struct writing *writing, struct written about)
{
	return writing->kept_about.field == about.field && writing->kept_about.id == about.id;
}

void
writing_ask(struct session *session, struct callback callback, const char *key,
	struct written about, const char *text)
{
	struct writing *writing = &session->writing;

	callback_clear(&writing->callback);
	writing->callback = callback_copy(callback);
	writing->key = key;
	writing->about = about;
	writing->wanted = true;
	buffer_reset(&writing->text);
	if (is_kept(writing, about))
		buffer_append(&writing->text, buffer_text(&writing->kept), writing->kept.length);
	else
		buffer_append_text(&writing->text, text);
}

void
writing_keep(struct session *session, const char *key, struct written about, const char *text,
	size_t length)
{
	struct writing *writing = &session->writing;
	size_t said = strlen(session->message);

	writing->kept_about = about;
	buffer_reset(&writing->kept);
	buffer_append(&writing->kept, text, length);
	snprintf(session->message + said, sizeof session->message - said, "; %s has what you wrote",
		key);
}

void
writing_drop(struct session *session, struct written about)
{
	if (is_kept(&session->writing, about))
		session->writing.kept_about = (struct written){ 0 };
}

unsigned
writing_run(struct session *session)
{
	struct writing *writing = &session->writing;
	struct callback callback = writing->callback;
	struct buffer text = { 0 };
	struct error error = { 0 };
	bool changed = false;
	enum status status = editor_run(&writing->text, &text, &changed, &error);
	unsigned effects = EFFECT_NONE;

	/* What takes it may ask for the editor again. */
	writing->wanted = false;
	writing->callback = (struct callback){ 0 };
	if (status == STATUS_INVALID) {
		session_say(session, ROLE_ERROR, "not taken: %s", error.message);
		effects = EFFECT_REFUSED;
	} else if (status != STATUS_OK) {
		session_fail(session, &error);
	} else if (!changed) {
		session_say(session, ROLE_MESSAGE, "nothing was changed");
	} else {
		writing_drop(session, writing->about);
		effects = callback.take(session, buffer_text(&text), callback.context);
	}
	if (effects & EFFECT_REFUSED)
		writing_keep(
			session, writing->key, writing->about, buffer_text(&text), text.length);
	callback_clear(&callback);
	buffer_clear(&text);
	return effects;
}

void
writing_clear(struct writing *writing)
{
	callback_clear(&writing->callback);
	buffer_clear(&writing->text);
	buffer_clear(&writing->kept);
}
