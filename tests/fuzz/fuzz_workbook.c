/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as the parts of a workbook, packed here so that what is tried is XML and not checksums:
 * behind a first byte that says as which document it is read, the list of sheets, the relations,
 * the formats, the shared texts and two sheets, parted by the byte 0x1E.
 */
#include "records.h"
#include "rollout/base/memory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PARTS = 6, LOCAL_SIGN = 0x04034B50, ENTRY_SIGN = 0x02014B50, END_SIGN = 0x06054B50 };

static const char *const names[PARTS + 1] = { "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
	"xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml",
	"xl/worksheets/sheet2.xml", "_rels/.rels" };

static uint32_t
checksum(const char *bytes, size_t length)
{
	uint32_t sum = UINT32_MAX;

	for (size_t i = 0; i < length; i++) {
		sum ^= (unsigned char)bytes[i];
		for (int k = 0; k < 8; k++)
			sum = sum >> 1 ^ (sum & 1 ? UINT32_C(0xEDB88320) : 0);
	}
	return ~sum;
}

static void
put(struct buffer *out, size_t bytes, size_t number)
{
	for (; bytes > 0; bytes--, number >>= 8)
		buffer_append_char(out, (char)(number & 0xFF));
}

/* What stands of a part in its own header and in the directory alike. */
static void
put_about(struct buffer *out, const char *name, const char *bytes, size_t length)
{
	put(out, 2, 20); /* version needed */
	put(out, 2, 0); /* flags */
	put(out, 2, 0); /* stored */
	put(out, 4, 0); /* when */
	put(out, 4, checksum(bytes, length));
	put(out, 4, length);
	put(out, 4, length);
	put(out, 2, strlen(name));
	put(out, 2, 0); /* extra */
}

static void
put_part(struct buffer *out, struct buffer *directory, const char *name, const char *bytes,
	size_t length)
{
	size_t at = out->length;

	put(out, 4, LOCAL_SIGN);
	put_about(out, name, bytes, length);
	buffer_append_text(out, name);
	buffer_append(out, bytes, length);
	put(directory, 4, ENTRY_SIGN);
	put(directory, 2, 20); /* version made by */
	put_about(directory, name, bytes, length);
	put(directory, 10, 0); /* comment, disk, attributes */
	put(directory, 4, at);
	buffer_append_text(directory, name);
}

static void
pack(const char *data, size_t size, struct buffer *out)
{
	static const char links[] =
		"<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "
		"Target=\"xl/workbook.xml\"/></Relationships>";
	struct buffer directory = { 0 };
	const char *end = data + size;
	size_t count = 0;

	for (; count < PARTS && data < end; count++) {
		const char *mark = memchr(data, 0x1E, (size_t)(end - data));
		const char *behind = mark ? mark : end;

		put_part(out, &directory, names[count], data, (size_t)(behind - data));
		data = mark ? mark + 1 : end;
	}
	put_part(out, &directory, names[PARTS], links, sizeof links - 1);
	size = out->length;
	buffer_append(out, buffer_text(&directory), directory.length);
	put(out, 4, END_SIGN);
	put(out, 4, 0); /* disks */
	put(out, 2, count + 1);
	put(out, 2, count + 1);
	put(out, 4, directory.length);
	put(out, 4, size);
	put(out, 2, 0);
	buffer_clear(&directory);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buffer archive = { 0 };
	struct source *source;
	struct error error;

	if (size == 0)
		return 0;
	pack((const char *)data + 1, size - 1, &archive);
	must(source_open_memory("fuzz", archive.data, archive.length, &source, &error) ==
		STATUS_OK);
	read_document(source, *data);
	source_close(source);
	buffer_clear(&archive);
	return 0;
}
