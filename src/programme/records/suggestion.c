/* SPDX-License-Identifier: MIT */
/*
 * Which record somebody may have meant by a name that nobody has: one that has the word in its
 * name, else the nearest by spelling. Looked for only where a person typed it, since every title is
 * read.
 */
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/nearest.h"
#include "rollout/base/text.h"

/* TITLES_MOST: of a larger table only the names that hold the word are looked at. */
enum { OFFERED = 3, TITLES_MOST = 50000 };

struct offer {
	const char *word; /* folded */
	struct arena arena;
	size_t edits; /* of those that are offered */
	const char *titles[OFFERED];
	size_t count; /* may be larger */
};

static void
add(struct offer *offer, const char *title)
{
	if (offer->count < OFFERED)
		offer->titles[offer->count] = arena_copy(&offer->arena, title, strlen(title));
	offer->count++;
}

/* By the spelling of the whole name, or of one of its words where one word was typed. */
static void
take_spelling(struct offer *offer, const char *title, char *folded)
{
	struct nearest near = nearest_to(offer->word);

	(void)nearest_take(&near, folded);
	for (char *word = folded; *word && !strchr(offer->word, ' ');) {
		size_t length = strcspn(word, " ");
		bool last = word[length] == '\0';

		word[length] = '\0';
		(void)nearest_take(&near, word);
		word += last ? length : length + 1;
	}
	if (!near.best || (offer->count > 0 && near.edits > offer->edits))
		return;
	if (near.edits < offer->edits)
		offer->count = 0;
	offer->edits = near.edits;
	add(offer, title);
}

/* Titles that hold the text, whatever the case and the accents. */
static enum status
offer_holding(struct programme *programme, const struct type *type, const char *text,
	struct offer *offer, struct error *error)
{
	struct query query = query_of(type->name);
	struct rows rows;
	struct record record;

	query.conditions[query.condition_count++] =
		(struct condition){ type_field_index(type, type->title), COMPARE_CONTAINS,
			value_text(text) };
	query.limit = OFFERED + 1;
	rows = rows_open(programme, &query, error);
	while (rows_next(&rows, &record))
		add(offer, record_text(&record, type->title));
	return rows_close(&rows);
}

static enum status
offer_near(struct programme *programme, const struct type *type, struct offer *offer,
	struct error *error)
{
	struct query query = { .type = type };
	struct arena scratch = { 0 };
	struct record record;
	struct rows rows;
	int64_t count = 0;
	enum status status = store_count(programme->store, &query, &count, error);

	if (status != STATUS_OK || count > TITLES_MOST)
		return status;
	query.only = UINT32_C(1) << type_field_index(type, type->title);
	rows = rows_open(programme, &query, error);
	while (rows_next(&rows, &record)) {
		const char *title = record_text(&record, type->title);

		arena_reset(&scratch);
		if (title)
			take_spelling(offer, title, text_fold(&scratch, title, strlen(title)));
	}
	arena_clear(&scratch);
	return rows_close(&rows);
}

static void
append(struct offer *offer, struct error *error)
{
	struct buffer line = { 0 };
	size_t shown = offer->count < OFFERED ? offer->count : OFFERED;

	for (size_t i = 0; i < shown; i++)
		buffer_format(&line, "%s%s",
			i == 0          ? ""
			: i + 1 < shown ? ", "
					: " or ",
			offer->titles[i]);
	if (shown > 0 && offer->count <= OFFERED)
		error_set(error, error->status, "%s; did you mean %s?",
			arena_format(&offer->arena, "%s", error->message), buffer_text(&line));
	buffer_clear(&line);
}

enum status
programme_resolve_typed(struct programme *programme, const struct type *type, const char *text,
	size_t length, int64_t *id, struct error *error)
{
	struct offer offer = { .edits = SIZE_MAX };
	struct error ignored = { 0 };
	enum status status = programme_resolve(programme, type, text, length, id, error);

	/* A title that is an opinion about somebody is not told. */
	if (status != STATUS_NOT_FOUND || !type->title || length == 0 ||
		type_field_find(type, type->title)->sensitive)
		return status;
	offer.word = text_fold(&offer.arena, text, length);
	if (offer_holding(programme, type, arena_copy(&offer.arena, text, length), &offer,
		    &ignored) == STATUS_OK &&
		(offer.count > 0 || offer_near(programme, type, &offer, &ignored) == STATUS_OK))
		append(&offer, error);
	arena_clear(&offer.arena);
	return status;
}
