/* SPDX-License-Identifier: MIT */
/* Holds values against the part of JSON Schema that the program writes for derived results. */
#include "json_schema.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <regex.h>
#include <stdbool.h>
#include <string.h>

static bool
has_pattern(const char *text, const char *pattern)
{
	regex_t expression;
	bool found;

	assert_int_equal(regcomp(&expression, pattern, REG_EXTENDED | REG_NOSUB), 0);
	found = regexec(&expression, text, 0, NULL, 0) == 0;
	regfree(&expression);
	return found;
}

static bool
is_of_type(const cJSON *value, const char *type)
{
	if (strcmp(type, "integer") == 0)
		return cJSON_IsNumber(value) && value->valuedouble == (double)value->valueint;
	return strcmp(type, "number") == 0    ? cJSON_IsNumber(value)
	       : strcmp(type, "string") == 0  ? cJSON_IsString(value)
	       : strcmp(type, "boolean") == 0 ? cJSON_IsBool(value)
	       : strcmp(type, "array") == 0   ? cJSON_IsArray(value)
	       : strcmp(type, "null") == 0    ? cJSON_IsNull(value)
					      : cJSON_IsObject(value);
}

/* rule is a type, or an array of those that a value may be of. */
static bool
is_of_types(const cJSON *value, const cJSON *rule)
{
	const cJSON *type;

	if (cJSON_IsString(rule))
		return is_of_type(value, rule->valuestring);
	cJSON_ArrayForEach (type, rule)
		if (is_of_type(value, type->valuestring))
			return true;
	return false;
}

void
json_schema_require(const char *document, const cJSON *schema, const cJSON *value)
{
	const cJSON *properties = cJSON_GetObjectItem(schema, "properties"), *item;
	const cJSON *rule = cJSON_GetObjectItem(schema, "type");
	const char *name = value->string ? value->string : "";

	if (rule && !is_of_types(value, rule))
		fail_msg("%s: %s is of another type", document, name);
	rule = cJSON_GetObjectItem(schema, "pattern");
	if (rule && !has_pattern(value->valuestring, rule->valuestring))
		fail_msg("%s: %s is not like %s", document, name, rule->valuestring);
	rule = cJSON_GetObjectItem(schema, "minimum");
	if (rule && value->valuedouble < rule->valuedouble)
		fail_msg("%s: %s is too small", document, name);
	rule = cJSON_GetObjectItem(schema, "const");
	if (rule && !cJSON_Compare(rule, value, true))
		fail_msg("%s: %s is another", document, name);
	rule = cJSON_GetObjectItem(schema, "enum");
	if (rule) {
		cJSON_ArrayForEach (item, rule)
			if (cJSON_Compare(item, value, true))
				break;
		if (!item)
			fail_msg("%s: %s is no word of its own", document, name);
	}
	rule = cJSON_GetObjectItem(schema, "items");
	if (rule)
		cJSON_ArrayForEach (item, value)
			json_schema_require(document, rule, item);
	if (!properties)
		return;
	assert_true(cJSON_IsFalse(cJSON_GetObjectItem(schema, "additionalProperties")));
	cJSON_ArrayForEach (item, value) {
		rule = cJSON_GetObjectItem(properties, item->string);
		if (!rule)
			fail_msg("%s: the schema has no %s", document, item->string);
		json_schema_require(document, rule, item);
	}
	cJSON_ArrayForEach (item, cJSON_GetObjectItem(schema, "required"))
		if (!cJSON_GetObjectItem(value, item->valuestring))
			fail_msg("%s: %s is required", document, item->valuestring);
}
