/* SPDX-License-Identifier: MIT */
/*
 * types and schema: what a file can hold. Both follow from the dictionary and need no file.
 */
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "rollout/programme/results.h"

enum { TYPE_WIDTH = 16, HELP_INDENT = 4 };

static void
print_types(struct call *call)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++) {
		print_text(&call->paper, PRINT_TITLE, types[i]->name);
		print_spaces(&call->paper, TYPE_WIDTH - (int)strlen(types[i]->name));
		print_lines(&call->paper, TYPE_WIDTH, types[i]->help);
		print_end_line(&call->paper);
	}
}

/*
 * What may be written there: "one of person, group", "whole number from 1 to 5", "reference to
 * stakeholder".
 */
static const char *
describe_value(const struct field *field, struct arena *arena)
{
	struct buffer words = { 0 };
	const char *copy;

	if (field->kind == FIELD_INTEGER)
		return arena_format(arena, "whole number from %lld to %lld",
			(long long)field->minimum, (long long)field->maximum);
	if (field->kind == FIELD_REFERENCE)
		return arena_format(arena, "a %s, by id, key or name", field_target(field)->label);
	if (!field->choices)
		return field_kind_name(field->kind);
	for (const struct choice *choice = field->choices; choice->name; choice++)
		buffer_format(&words, "%s%s", words.length ? ", " : "", choice->name);
	copy = arena_format(arena, "one of %s", buffer_text(&words));
	buffer_clear(&words);
	return copy;
}

static void
print_field(struct call *call, const struct field *field)
{
	struct paper *paper = &call->paper;
	const char *value = describe_value(field, &call->arena);

	print_text(paper, PRINT_TITLE, field->kind == FIELD_KEY ? "id" : field->name);
	if (field->required)
		print_text(paper, PRINT_PLAIN, " (required)");
	if (field->sensitive)
		print_text(paper, PRINT_MUTED, " (sensitive)");
	print_end_line(paper);
	print_spaces(paper, HELP_INDENT);
	print_lines(paper, HELP_INDENT, field->help);
	print_end_line(paper);
	print_spaces(paper, HELP_INDENT);
	print_lines(paper, HELP_INDENT,
		field->preset ? arena_format(&call->arena, "%s; %s where nothing is given", value,
					field->preset)
			      : value);
	print_end_line(paper);
}

static enum status
cmd_types_list(struct call *call, struct error *error)
{
	const struct type *type = NULL;
	struct programme_options options = { 0 };
	enum status status = STATUS_OK;

	if (call->word_count > 0)
		status = call_type(call->words[0], &type, error);
	if (!status && call_wants_document(call)) {
		status = call_prepare(call, &options, error);
		return status ? status
			      : call_write(call, "types", &(struct types_result){ type }, error);
	}
	if (status)
		return status;
	if (!type) {
		print_types(call);
		return STATUS_OK;
	}
	print_lines(&call->paper, 0, type->help);
	print_end_line(&call->paper);
	print_end_line(&call->paper);
	for (size_t i = 0; i < type->field_count; i++)
		print_field(call, &type->fields[i]);
	return STATUS_OK;
}

static enum status
cmd_types_schema(struct call *call, struct error *error)
{
	const char *near = type_suggest(call->words[0]);
	enum status status = results_write_schema(call->words[0], STDOUT_FILENO, error);

	if (status == STATUS_NOT_FOUND && near)
		return error_set(error, status, "no such type or format \"%s\"; did you mean %s?",
			call->words[0], near);
	return status;
}

const struct command cmd_types[] = {
	{
		.place = COMMANDS_RECORDS + 10,
		.name = "types",
		.arguments = "[TYPE]",
		.summary = "the types of records, or the fields of one",
		.help = "Lists what a programme file can hold. With a type, lists its fields and "
			"what to write in them.",
		.options = RESULT "today " PLAIN,
		.run = cmd_types_list,
	},
	{
		.place = COMMANDS_RECORDS + 20,
		.name = "schema",
		.arguments = "TYPE|FORMAT",
		.summary = "the JSON Schema of a type or of a document",
		.help = "Prints a JSON Schema (2020-12). FORMAT is register, roadmap, programme, "
			"or a result such as findings, list or status (`rollout help formats`). "
			"sql prints the tables of the file instead. The type that is called "
			"programme is programmes here.",
		.options = "help",
		.run = cmd_types_schema,
	},
	{ .name = NULL },
};
