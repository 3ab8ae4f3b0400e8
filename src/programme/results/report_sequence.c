/* SPDX-License-Identifier: MIT */
/*
 * rollout.sequence, and the same members inside a team of the roadmap document.
 */
#include <string.h>

#include "report_writer.h"

static void
write_word(struct json_writer *json, const char *name, const char *word)
{
	if (word)
		json_text(json, name, word, strlen(word));
}

/* What the lens looked at; what is not known is left out. */
static void
write_facts(struct json_writer *json, const struct lens_team *team)
{
	static const char *const levels[] = { NULL, "low", "high" };
	static const char *const stances[] = { NULL, "willing", "neutral", "resistant" };

	json_begin_inline_object(json, "facts");
	write_word(json, "capability", levels[team->capability]);
	write_word(json, "complexity", levels[team->complexity]);
	write_word(json, "stance", stances[team->stance]);
	json_boolean(json, "cross_functional", team->cross_functional);
	json_boolean(json, "works_with_placed", team->linked);
	if (team->pinned != NO_WAVE)
		json_integer(json, "pinned_wave", team->pinned);
	json_end_object(json);
}

void
document_write_sequence(struct document_writer *writer, const struct sequenced *item)
{
	struct json_writer *json = &writer->json;
	const struct type *team = type_find("team");
	size_t stance = (size_t)type_field_index(team, "stance");
	bool told = type_field_is_for(team, stance, writer->audience);

	if (told)
		write_word(json, "order", item->order);
	if (item->team.wave != NO_WAVE)
		json_integer(json, "wave", item->team.wave);
	if (!told)
		return;
	write_word(json, "reason", item->reason);
	write_word(json, "rule", item->rule);
	write_facts(json, &item->team);
	write_word(json, "response", item->response);
}

static void
write_pilot(struct report *report, const struct pilot_report *pilot)
{
	struct json_writer *json = &report->writer.json;

	json_begin_object(json, "pilot");
	report_text(report, "gate", pilot->gate);
	json_begin_array(json, "proofs");
	for (size_t i = 0; pilot->gate && i < pilot->proof.criterion_count; i++) {
		const struct criterion_state *criterion = &pilot->proof.criteria[i];

		json_begin_inline_object(json, NULL);
		report_text(report, "criterion", criterion->criterion);
		report_text(report, "proof", criterion->proof);
		json_boolean(json, "met", criterion->met);
		report_text(report, "checked_by", criterion->checked_by);
		json_end_object(json);
	}
	json_end_array(json);
	json_begin_array(json, "lessons");
	for (size_t i = 0; i < pilot->lesson_count; i++) {
		const struct pilot_lesson *lesson = &pilot->lessons[i];

		json_begin_inline_object(json, NULL);
		report_text(report, "id", lesson->identifier);
		report_text(report, "kind", lesson->win ? "win" : "lesson");
		report_text(report, "text", lesson->text);
		report_text(report, "change", lesson->change);
		report_text(report, "applied_on", lesson->applied_on);
		json_end_object(json);
	}
	json_end_array(json);
	json_end_object(json);
}

enum status
report_write_sequence(struct programme *programme, const struct sequence_report *sequence,
	const struct pilot_report *pilot, int descriptor, struct error *error)
{
	struct report report;
	struct json_writer *json = &report.writer.json;

	report_begin(&report, programme, "rollout.sequence", descriptor);
	json_integer(json, "capacity", sequence->limits.wave_most);
	report_text(&report, "capacity_reason", sequence->capacity);
	json_begin_array(json, "teams");
	for (size_t i = 0; i < sequence->count; i++) {
		json_begin_object(json, NULL);
		report_text(&report, "team", sequence->teams[i].identifier);
		document_write_sequence(&report.writer, &sequence->teams[i]);
		json_end_object(json);
	}
	json_end_array(json);
	write_pilot(&report, pilot);
	return report_end(&report, STATUS_OK, error);
}
