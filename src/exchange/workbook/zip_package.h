/* SPDX-License-Identifier: MIT */
/*
 * The parts of a ZIP archive that somebody sent, one at a time. Must not trust what the archive
 * says of itself: what comes out is counted, and limits hold for what is there. Private to this
 * folder.
 */
#ifndef ROLLOUT_EXCHANGE_WORKBOOK_ZIP_PACKAGE_H
#define ROLLOUT_EXCHANGE_WORKBOOK_ZIP_PACKAGE_H

#include "rollout/exchange/source.h"

enum {
	PACKAGE_BYTES_MOST = 256 << 20, /* the archive */
	PACKAGE_PARTS_MOST = 10000,
	PACKAGE_PART_MOST = 1 << 30, /* one part, unpacked */
	PACKAGE_RATIO_MOST = 250, /* unpacked to packed, beyond PACKAGE_RATIO_FROM */
	PACKAGE_RATIO_FROM = 4 << 20,
	PACKAGE_TOTAL_MOST_GIB = 16, /* unpacked in all, parts read again counted again */
};

struct zip_package;

/* Does not own the source, which must not be read otherwise meanwhile. */
enum status STATUS_CHECKED zip_package_open(
	struct source *source, struct zip_package **out, struct error *error);
void zip_package_close(struct zip_package *package);
/* Whether it has a part of that name ("xl/workbook.xml"; letters of either case). */
bool zip_package_has(struct zip_package *package, const char *name);
/* Opens the part, closing the one before. STATUS_INVALID: it is not there or cannot be read. */
enum status STATUS_CHECKED zip_package_enter(
	struct zip_package *package, const char *name, struct error *error);
/* The next bytes of the part; *got 0 at its end, where its checksum has been compared. */
enum status STATUS_CHECKED zip_package_read(
	struct zip_package *package, void *into, size_t room, size_t *got, struct error *error);
void zip_package_leave(struct zip_package *package);
/* What messages call the archive. */
const char *zip_package_name(const struct zip_package *package);

#endif
