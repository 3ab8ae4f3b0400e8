/* SPDX-License-Identifier: MIT */
/*
 * Writes a register of N stakeholders as a document of our format, the same bytes on every
 * machine: `generate N`. Laid out as `rollout export register` does it, so that the export of what
 * was imported can be compared with it. Ids count up; the first fifty people own all others;
 * relationships point anywhere.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { OWNERS = 50, LINKS_MAX = 3 };

#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

static const char *const given[] = { "Mara", "Ruth", "Ines", "José", "Zoë", "Łukasz", "Søren",
	"Ольга", "Дмитрий", "Ελένη", "美玲", "健太", "지훈", "نور", "יעל", "अनिता", "สมชาย", "Ngọc",
	"Chiamaka", "Aroha", "Björn", "Siobhán", "Ayşe", "Tomáš" };
static const char *const family[] = { "Quist", "Osei", "Farrow", "Núñez", "Brontë", "Wójcik",
	"Ærøskøbing", "Смирнова", "Παπαδοπούλου", "陳", "佐藤", "김", "حداد", "לוי", "शर्मा", "ใจดี",
	"Nguyễn", "Okonkwo", "Te Rangi", "O'Neill", "Müller-Weiß", "Yıldız", "Dvořák", "St. John" };
static const char *const places[] = { "Harbour Group", "Harbour Asia", "North Yard",
	"Freight & Rail", "Finance", "Vertrieb Süd", "人事部", "Отдел закупок", "Sales, EMEA",
	"Support \"Blue\"" };
static const char *const titles[] = { "Chief Operating Officer", "VP Sales, EMEA", "Team Lead",
	"Head of Finance", "Controller", "Leiterin Einkauf", "プロジェクトマネージャー",
	"People Partner" };
static const char *const groups[] = { "executive_sponsor", "strategy_owner", "functional_lead",
	"coach", "end_user", "enabling_function", "external_partner" };
static const char *const attitudes[] = { "active", "passive", "mixed", "resistant", "unknown" };
static const char *const channels[] = { "workshop", "one_to_one", "written_brief", "check_in",
	"forum" };
static const char *const resistances[] = { "executive_drift", "middle_management_protection",
	"team_apathy", "support_function_distance" };
static const char *const concerns[] = { "Visible commitment without time to give it",
	"Pipeline targets lose their meaning", "Another reporting layer",
	"Wer entscheidet, wenn sich Ziele widersprechen?", "Пересмотр приоритетов каждый квартал" };
static const char *const notes[] = { "Said \\\"no\\\" twice, then asked for the numbers.",
	"Prefers mornings.\\nNever on the day of the board.", "以前の導入で失敗を経験している。",
	"Path C:\\\\plans, see the minutes." };
static const char *const kinds[] = { "influences", "reports_to", "depends_on", "advises",
	"blocks" };

/* splitmix64 (Steele, Lea, Flood 2014): small, and the same everywhere. */
static uint64_t
next(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static uint64_t
below(uint64_t *state, uint64_t limit)
{
	return next(state) % limit;
}

static bool
chance(uint64_t *state, uint64_t percent)
{
	return below(state, 100) < percent;
}

/* Nothing but quotes is escaped; the notes stand above as they are written. */
static void
write_text(const char *name, const char *text)
{
	printf(",\n      \"%s\": \"", name);
	for (; *text; text++)
		if (*text == '"')
			fputs("\\\"", stdout);
		else
			putchar(*text);
	putchar('"');
}

static void
maybe_text(
	uint64_t *state, uint64_t percent, const char *name, const char *const *list, size_t count)
{
	if (chance(state, percent))
		write_text(name, list[below(state, count)]);
}

static void
maybe_number(uint64_t *state, uint64_t percent, const char *name, uint64_t limit)
{
	if (chance(state, percent))
		printf(",\n      \"%s\": %" PRIu64, name, 1 + below(state, limit));
}

static void
maybe_flag(uint64_t *state, uint64_t percent, const char *name)
{
	if (chance(state, percent))
		printf(",\n      \"%s\": %s", name, chance(state, 50) ? "true" : "false");
}

static void
write_day(uint64_t *state, const char *name)
{
	unsigned month = 1 + (unsigned)below(state, 11), on = 1 + (unsigned)below(state, 28);

	printf(",\n      \"%s\": \"2026-%02u-%02u\"", name, month, on);
}

static void
write_person(uint64_t *state, uint64_t number)
{
	uint64_t owner = 1 + below(state, OWNERS);

	printf(",\n      \"name\": \"%s %s %" PRIu64 "\"", given[below(state, COUNT_OF(given))],
		family[below(state, COUNT_OF(family))], number);
	write_text("kind", chance(state, 95) ? "person" : "group");
	maybe_text(state, 95, "organisation", places, COUNT_OF(places));
	maybe_text(state, 90, "job_title", titles, COUNT_OF(titles));
	if (chance(state, 80))
		printf(",\n      \"email\": \"p%" PRIu64 "@harbour.example\"", number);
	write_text("group", groups[below(state, COUNT_OF(groups))]);
	printf(",\n      \"owner\": \"p-%07" PRIu64 "\"",
		owner == number ? 1 + owner % OWNERS : owner);
	write_text("attitude", attitudes[below(state, COUNT_OF(attitudes))]);
	maybe_text(state, 80, "desired_attitude", attitudes, COUNT_OF(attitudes) - 1);
	maybe_number(state, 95, "influence", 5);
	maybe_number(state, 90, "interest", 5);
	maybe_text(state, 85, "channel", channels, COUNT_OF(channels));
	maybe_text(state, 60, "main_concern", concerns, COUNT_OF(concerns));
	maybe_text(state, 25, "resistance", resistances, COUNT_OF(resistances));
	maybe_flag(state, 30, "can_slow_decisions");
	maybe_flag(state, 30, "can_reinterpret_priorities");
	maybe_flag(state, 30, "can_ignore_cadence");
	maybe_number(state, 80, "cadence_days", 90);
	if (chance(state, 80))
		write_day(state, "last_contact_on");
	if (chance(state, 50)) {
		write_text("status", "Agreed to a first talk");
		write_day(state, "status_on");
	}
	if (chance(state, 30))
		printf(",\n      \"notes\": \"%s\"", notes[below(state, COUNT_OF(notes))]);
	printf(",\n      \"active\": %s", chance(state, 95) ? "true" : "false");
}

/* Somebody else than the person, and nobody twice. */
static uint64_t
choose_target(
	uint64_t *state, uint64_t number, uint64_t count, const uint64_t *chosen, unsigned taken)
{
	for (;;) {
		uint64_t to = 1 + below(state, count);
		bool fits = to != number;

		for (unsigned i = 0; i < taken; i++)
			fits = fits && chosen[i] != to;
		if (fits)
			return to;
	}
}

/* 0 to 3 of them, 1.4 on average. */
static void
write_links(uint64_t *state, uint64_t number, uint64_t count)
{
	uint64_t chosen[LINKS_MAX], dice = below(state, 100);
	unsigned links = dice < 20 ? 0 : dice < 55 ? 1 : dice < 85 ? 2 : 3;

	if (links > 0)
		fputs(",\n      \"relationships\": [", stdout);
	for (unsigned i = 0; i < links; i++) {
		chosen[i] = choose_target(state, number, count, chosen, i);
		printf("%s\n        { \"to\": \"p-%07" PRIu64
		       "\", \"kind\": \"%s\", \"strength\": %" PRIu64,
			i ? "," : "", chosen[i], kinds[below(state, COUNT_OF(kinds))],
			1 + below(state, 3));
		if (chance(state, 15))
			fputs(", \"note\": \"Built the partner programme together\"", stdout);
		fputs(" }", stdout);
	}
	if (links > 0)
		fputs("\n      ]", stdout);
}

int
main(int count, char **arguments)
{
	uint64_t state = 2026, records = count == 2 ? strtoull(arguments[1], NULL, 10) : 0;

	if (records < OWNERS) {
		fprintf(stderr, "usage: generate N, with N at least %d\n", OWNERS);
		return 2;
	}
	fputs("{\n  \"format\": \"rollout.register\",\n  \"version\": 1,\n  \"generated_on\": "
	      "\"2026-11-23\",\n"
	      "  \"audience\": \"lead\",\n  \"stakeholders\": [",
		stdout);
	for (uint64_t i = 1; i <= records; i++) {
		printf("%s\n    {\n      \"id\": \"p-%07" PRIu64 "\"", i > 1 ? "," : "", i);
		write_person(&state, i);
		write_links(&state, i, records);
		fputs("\n    }", stdout);
	}
	fputs("\n  ]\n}\n", stdout);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
