/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a ZIP archive, whose parts are read by name to their ends, and as a workbook. No
 * more may come out of a part than its limits allow.
 */
#include "exchange/workbook/zip_package.h"
#include "records.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
read_part(struct zip_package *package, const char *name, size_t size)
{
	char piece[5000];
	struct error error;
	size_t got = 1, total = 0;
	enum status status = zip_package_enter(package, name, &error);

	while (status == STATUS_OK && got > 0) {
		status = zip_package_read(package, piece, sizeof piece, &got, &error);
		total += got;
		must(got <= sizeof piece);
		must(total <= PACKAGE_RATIO_FROM + sizeof piece ||
			total / PACKAGE_RATIO_MOST <= size + sizeof piece);
	}
	must(status == STATUS_OK || status == STATUS_INVALID);
	zip_package_leave(package);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = { "[Content_Types].xml", "_rels/.rels",
		"xl/workbook.xml", "xl/worksheets/sheet1.xml", "a", "" };
	struct source *source;
	struct zip_package *package;
	struct error error;

	if (source_open_memory("fuzz", (const char *)data, size, &source, &error) != STATUS_OK)
		return 0;
	if (zip_package_open(source, &package, &error) == STATUS_OK) {
		for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
			(void)zip_package_has(package, names[i]);
			read_part(package, names[i], size);
		}
		zip_package_close(package);
	}
	read_document(source, 0);
	source_close(source);
	return 0;
}
