/* SPDX-License-Identifier: MIT */
/*
 * The live filter of a list. Must not clear the rows while a word is being typed: what cannot be
 * read yet leaves them as they are and says why.
 */
#include <stdio.h>
#include <string.h>

#include "list_state.h"
#include "rollout/programme/filter.h"

void
list_filter_set(struct list *list, struct session *session, const char *text)
{
	struct arena words = { 0 };
	struct query query = { .type = list->rows.type };
	struct error error = { 0 };

	if (text != list->filter)
		snprintf(list->filter, sizeof list->filter, "%s", text);
	snprintf(list->notice, sizeof list->notice, "%s%s%s", *text ? "filter: " : "", text,
		*text ? "   (f changes it, Esc shows all)" : "");
	list->fault[0] = '\0';
	if (programme_filter_read(session->programme, text, &words, &query, &error) != STATUS_OK) {
		snprintf(list->fault, sizeof list->fault, "%s", error.message);
		arena_clear(&words);
		return;
	}
	arena_clear(&list->words);
	list->words = words;
	list->conditions = query;
	list->rows.filter = &list->conditions;
	list_read(list, session);
}
