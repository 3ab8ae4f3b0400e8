/* SPDX-License-Identifier: MIT */
/* JSON Schemas in tests. */
#ifndef ROLLOUT_TESTS_EXCHANGE_JSON_SCHEMA_H
#define ROLLOUT_TESTS_EXCHANGE_JSON_SCHEMA_H

#include <cjson/cJSON.h>

/* Fails, naming the document and the member, where the value does not hold to the schema. */
void json_schema_require(const char *document, const cJSON *schema, const cJSON *value);

#endif
