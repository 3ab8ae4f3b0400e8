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
#include "recall.h"
#include "tui/kit/screen/theme.h"

struct panel;

/* What must happen next; bits. The loop does them in this order. */
enum effect {
	EFFECT_NONE = 0,
	EFFECT_BACK = 1, /* close the panel on top */
	EFFECT_ANSWER = 2, /* close it and hand session->answer to the one below */
	EFFECT_RELOAD = 4, /* records changed: everybody reads again */
	EFFECT_SHOW = 8, /* go to session->target */
	EFFECT_OPEN = 16, /* put session->opened on top; the loop owns it then */
	EFFECT_QUIT = 32,
	EFFECT_IGNORED = 64, /* the panel has no use for the key */
	EFFECT_TYPED = 128, /* show session->answer to the panel below while it is being typed */
};

/* What a prompt or question was about. Each panel numbers its own from ASK_PANEL on. */
enum ask {
	ASK_NOTHING,
	ASK_COMMAND,
	ASK_DELETE,
	ASK_PLAN,
	ASK_NOTE,
	ASK_EXPORT_WHAT,
	ASK_EXPORT_WHO,
	ASK_EXPORT_PATH,
	ASK_EXPORT_REPLACE,
	ASK_IMPORT_PATH,
	ASK_SNOOZE_UNTIL,
	ASK_SNOOZE_WHY,
	ASK_WHICH,
	ASK_RATING,
	ASK_RATING_WHY,
	ASK_PANEL = 16
};

enum { MESSAGE_SIZE = 1024 };

/* A field of a record while a new value for it is typed; see field_edit.h. */
struct field_edit {
	const struct type *type;
	int64_t id;
	int field; /* of the type */
	struct buffer seen; /* what stood in it when it was shown */
	struct buffer mine; /* typed, while it is asked which shall stay */
};

/* A text in the person's own editor; see session_write(). */
struct writing {
	bool wanted; /* text is to be given to the editor, and then answered */
	int asked;
	const struct field *field;
	int64_t id;
	struct buffer text;
	const struct field *kept_field; /* what was written for it could not be taken; NULL: none */
	int64_t kept_id;
	struct buffer kept;
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
	struct panel *opened;
	const struct type *target_type;
	int64_t target_id; /* 0: the list only */
	bool target_here; /* only where the page that is open shows it */
	const char *target_page; /* instead of a type, by its name; NULL: none */
	const char *target_filter; /* that the list begins with; NULL: as it was left */
	int64_t person; /* of the register, whom the person at the keys looked at last; 0: nobody */
	const struct type *doomed_type; /* the records that ASK_DELETE is about */
	int64_t *doomed_ids;
	size_t doomed_count;
	bool (*waits)(void *context); /* whether somebody types; NULL: nobody is there to */
	void *waits_context;
	int asked; /* of enum ask, or the panel's own */
	struct buffer answer;
	struct recall typed; /* behind ":", to have it again */
	struct export_options
		transfer; /* that is being asked for; its path lies in transfer_path */
	struct buffer transfer_path;
	char finding[256]; /* that is being snoozed: rule, type and subject */
	char until[16];
	char scope[96]; /* that is being rated, and how */
	char colour[16];
	struct writing writing;
	struct field_edit edit; /* that a prompt or ASK_NOTE is about */
	bool copies; /* clipboard is to be handed to the terminal */
	struct buffer clipboard;
};

void session_say(struct session *session, enum role role, const char *format, ...)
	PRINTF_LIKE(3, 4);
void session_fail(struct session *session, const struct error *error);
/* Why nothing can be written; NULL: it can. */
const char *session_refusal(const struct session *session);
/* Says so and returns true where the file can only be read. */
bool session_refuses(struct session *session);
/* Asks the loop to hand the text to the terminal's clipboard. */
void session_copy(struct session *session, const char *text, size_t length);
/* From here on long reads end with STATUS_STOPPED as soon as somebody types, until session_hurry().
 */
void session_take_time(struct session *session);
void session_hurry(struct session *session);
/*
 * Asks the loop to give the text of a field of the record id to the person's editor; what comes
 * back, where it differs, is the answer to asked, for the panel on top. Where what was written last
 * for this very field could not be taken, the editor gets that instead, to be mended.
 */
void session_write(struct session *session, int asked, const struct field *field, int64_t id,
	const char *text);
/* Keeps what was written there and cannot be taken, for the next session_write(). */
void session_keep_written(struct session *session, const struct field *field, int64_t id,
	const char *text, size_t length);
/* Forgets it, as it was mended or the record is another one. */
void session_drop_written(struct session *session, const struct field *field, int64_t id);
unsigned session_open(struct session *session, struct panel *panel); /* EFFECT_OPEN */
unsigned session_answer(struct session *session, int asked, const char *text, size_t length);
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
