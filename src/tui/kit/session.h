/* SPDX-License-Identifier: MIT */
/*
 * What every panel is handed: the programme, what to tell the person, and what a handler asks the
 * loop to do. Must not know any panel. A handler never opens or closes anything itself, it returns
 * effects and leaves the particulars here.
 */
#ifndef ROLLOUT_TUI_SESSION_H
#define ROLLOUT_TUI_SESSION_H

#include "rollout/programme/exchange.h"
#include "rollout/programme/programme.h"
#include "rollout/programme/records.h"
#include "tui/kit/screen/canvas.h"
#include "tui/kit/record/findings.h"
#include "preferences.h"
#include "tui/kit/callback.h"
#include "tui/kit/form/writing.h"
#include "tui/kit/screen/theme.h"

struct panel;

/* What must happen next; bits. The loop does them in this order. */
enum effect {
	EFFECT_NONE = 0,
	EFFECT_BACK = 1, /* close the panel on top */
	EFFECT_ANSWER = 2, /* close it and hand session->answer to session->callback */
	EFFECT_RELOAD = 4, /* records changed: everybody reads again */
	EFFECT_SHOW = 8, /* go to session->target */
	EFFECT_OPEN = 16, /* put session->opened on top; the loop owns it then */
	EFFECT_QUIT = 32,
	EFFECT_REFUSED = 64, /* of an answer: the question comes back, to be mended */
};

enum { MESSAGE_SIZE = 1024 };

struct action;
struct input;

/* What is being done, while it is. */
struct press {
	const struct action *action;
	const struct input *input; /* NULL: it was called by its name, or by the mouse */
	const char *argument; /* what was typed behind its name; NULL: nothing */
};

struct session {
	struct programme *programme;
	bool ascii;
	bool read_only;
	bool mouse; /* whether it is listened to */
	bool unicode; /* the terminal can show more than ASCII */
	enum theme theme;
	struct preferences preferences;
	struct findings findings;
	enum role message_role;
	char message[MESSAGE_SIZE]; /* "": none */
	struct press press;
	struct panel *opened;
	const struct type *target_type;
	int64_t target_id; /* 0: the list only */
	bool target_here; /* only where the page that is open shows it */
	const char *target_page; /* instead of a type, by its name; NULL: none */
	const char *target_filter; /* that the list begins with; NULL: as it was left */
	int64_t person; /* of the register, whom the person at the keys looked at last; 0: nobody */
	bool (*waits)(void *context); /* whether somebody types; NULL: nobody is there to */
	void *waits_context;
	const struct callback *callback; /* of the question that is answered, which has it */
	struct buffer answer;
	struct writing writing;
	bool copies; /* clipboard is to be handed to the terminal */
	struct buffer clipboard;
};

void session_say(struct session *session, enum role role, const char *format, ...)
	PRINTF_LIKE(3, 4);
void session_fail(struct session *session, const struct error *error);
/* Says what was done to the records, and that u takes it back; EFFECT_RELOAD. */
unsigned session_done(struct session *session, const char *format, ...) PRINTF_LIKE(2, 3);
/* Why nothing can be written; NULL: it can. */
const char *session_refusal(const struct session *session);
/* Says so and returns true where the file can only be read. */
bool session_refuses(struct session *session);
/*
 * Says why an answer about that record (type NULL: about none) cannot be taken. EFFECT_REFUSED, so
 * that it can be mended, unless the record has gone meanwhile.
 */
unsigned session_reject(
	struct session *session, const struct error *error, const struct type *type, int64_t id);
/* Asks the loop to hand the text to the terminal's clipboard. */
void session_copy(struct session *session, const char *text, size_t length);
/* From here on long reads end with STATUS_STOPPED as soon as somebody types, until session_hurry().
 */
void session_take_time(struct session *session);
void session_hurry(struct session *session);
unsigned session_open(struct session *session, struct panel *panel); /* EFFECT_OPEN */
/* EFFECT_ANSWER; callback: of the panel on top, which answers. */
unsigned session_answer(struct session *session, const struct callback *callback, const char *text);
unsigned session_show(struct session *session, const struct type *type, int64_t id);
/* The same where the page that is open shows that record; nothing moves otherwise. */
unsigned session_show_here(struct session *session, const struct type *type, int64_t id);
/* To the list of the type with only what the filter lets through; the text is borrowed until then.
 */
unsigned session_show_filtered(
	struct session *session, const struct type *type, const char *filter);
/* To the page of that name, its list filtered so (NULL: as it was left); both are borrowed. */
unsigned session_show_page(struct session *session, const char *page, const char *filter);

#endif
