/* SPDX-License-Identifier: MIT */
/* Any bytes as somebody's file of records; the first byte says as which document. */
#include "records.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct source *source;
	struct error error;

	if (size == 0 || source_open_memory("fuzz", (const char *)data + 1, size - 1, &source,
				 &error) != STATUS_OK)
		return 0;
	read_document(source, *data);
	source_close(source);
	return 0;
}
