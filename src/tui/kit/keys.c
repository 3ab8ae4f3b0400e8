/* SPDX-License-Identifier: MIT */
/* Looks things up in the tables of a panel; see keys.h. */
#include "keys.h"

#include <stdio.h>
#include <string.h>

#include "panel.h"

const struct action *
chain_next(const struct chain *chain, struct chain_at *at)
{
	while (at->table < CHAIN_MOST && chain->tables[at->table]) {
		const struct action *action = &chain->tables[at->table]->actions[at->action++];

		if (at->action > KEYS_MOST || !action->name)
			*at = (struct chain_at){ .table = at->table + 1 };
		else if (!chain->panel || !action->applies || action->applies(chain->panel))
			return action;
	}
	return NULL;
}

/* Whether the word is among those of the text, which blanks part. */
static bool
has_word(const char *text, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
		if ((at == text || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
			return true;
	return false;
}

const struct action *
chain_find(const struct chain *chain, const struct input *input)
{
	const struct action *action;
	struct chain_at at = { 0 };
	char name[INPUT_NAME_SIZE];

	input_name(input, name);
	while ((action = chain_next(chain, &at)) != NULL)
		if (*name && has_word(action->keys, name))
			break;
	return action;
}

const struct action *
chain_find_name(const struct chain *chain, const char *name, bool *several)
{
	const struct action *action, *found = NULL;
	struct chain_at at = { 0 };
	size_t length = strlen(name);

	*several = false;
	while ((action = chain_next(chain, &at)) != NULL) {
		if (strncmp(action->name, name, length) != 0)
			continue;
		if (action->name[length] == '\0') {
			*several = false;
			return action;
		}
		*several = found != NULL;
		found = action;
	}
	return *several ? NULL : found;
}

/* Of no panel in particular: what may not apply is in nobody's way. */
static bool
leads_to(const struct chain *chain, const char *key, const struct action *action)
{
	const struct action *next;
	struct chain_at at = { 0 };

	while ((next = chain_next(chain, &at)) != NULL && next != action)
		if (has_word(next->keys, key) && (chain->panel || !next->applies))
			return false;
	return next != NULL;
}

void
chain_name_keys(const struct chain *chain, const struct action *action, char out[KEYS_NAMED])
{
	size_t used = 0;

	out[0] = '\0';
	for (const char *at = action->keys; *at; at += strspn(at, " ")) {
		char key[INPUT_NAME_SIZE];
		size_t length = strcspn(at, " ");

		snprintf(key, sizeof key, "%.*s", (int)length, at);
		if (leads_to(chain, key, action) && used + length + 3 < KEYS_NAMED)
			used += (size_t)snprintf(
				out + used, KEYS_NAMED - used, "%s%s", used > 0 ? ", " : "", key);
		at += length;
	}
}

unsigned
keys_close(struct panel *panel, struct session *session)
{
	(void)panel;
	(void)session;
	return EFFECT_BACK;
}
