/* SPDX-License-Identifier: MIT */
/* Facts out of a JSON object of the program's own: read like any other JSON, so that nothing in a
 * name or a text can mean something else here. */
#include "rollout/exchange/json_facts.h"

#include <string.h>

#include "json_tree.h"

static const char *
value_text_of(const cJSON *value, struct arena *arena)
{
	bool deep = cJSON_IsObject(value) || cJSON_IsArray(value);
	char *printed = deep ? cJSON_PrintUnformatted(value) : NULL;
	const char *text = deep ? printed : json_tree_text(value, arena);

	text = text ? arena_copy(arena, text, strlen(text)) : NULL;
	cJSON_free(printed);
	if (!text)
		memory_exhausted();
	return text;
}

static size_t
take_members(const cJSON *object, struct arena *arena, struct fact **facts)
{
	const cJSON *value;
	size_t count = 0;

	*facts = arena_alloc(arena, (size_t)cJSON_GetArraySize(object) * sizeof **facts);
	cJSON_ArrayForEach (value, object) {
		const char *text = value_text_of(value, arena);

		if (*text)
			(*facts)[count++] = (struct fact){
				arena_copy(arena, value->string, strlen(value->string)), text
			};
	}
	return count;
}

size_t
json_facts_read(const char *json, struct arena *arena, struct fact **facts)
{
	struct source *source;
	struct json_reader *reader;
	struct error error;
	struct place place;
	const char *text;
	size_t length, count = 0;
	cJSON *tree;

	*facts = NULL;
	if (source_open_memory("facts", json, strlen(json), &source, &error) != STATUS_OK)
		return 0;
	reader = json_reader_open(source);
	tree = json_reader_tree(reader, &text, &length, &place);
	if (cJSON_IsObject(tree))
		count = take_members(tree, arena, facts);
	cJSON_Delete(tree);
	json_reader_close(reader);
	source_close(source);
	return count;
}
