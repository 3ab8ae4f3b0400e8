/* SPDX-License-Identifier: MIT */
/*
 * Texts behind one another, each behind its length, and where every sixteenth begins. The first
 * ones leave memory for a scratch file when there are too many; those that are asked for come back
 * page by page, since sheets use their texts nearly in order.
 */
#include "text_store.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cell_text.h"
#include "exchange/source_file.h"

enum { IN_MEMORY = 1 << 20, PAGE = 4096, PAGES = 32, GROUP = 16 };

struct page {
	uint64_t number; /* from 1; 0: none */
	char bytes[PAGE];
};

struct text_store {
	uint32_t *groups; /* where each sixteenth text begins, with its length */
	size_t count;
	int scratch; /* -1: all is in memory */
	uint64_t kept; /* bytes in the scratch file, which are the first ones */
	struct buffer memory; /* those behind, and the text at hand */
	size_t at_hand; /* where in memory that begins, behind room for its length */
	struct page *pages;
};

/* Leaves room for the length of the next text. */
static void
begin_text(struct text_store *store)
{
	static const char room[sizeof(uint32_t)];

	buffer_append(&store->memory, room, sizeof room);
	store->at_hand = store->memory.length;
}

struct text_store *
text_store_new(void)
{
	struct text_store *store = memory_new(1, sizeof *store);

	store->scratch = -1;
	begin_text(store);
	return store;
}

void
text_store_free(struct text_store *store)
{
	if (!store)
		return;
	if (store->scratch >= 0)
		close(store->scratch);
	free(store->groups);
	free(store->pages);
	buffer_clear(&store->memory);
	free(store);
}

size_t
text_store_count(const struct text_store *store)
{
	return store->count;
}

struct buffer *
text_store_end(struct text_store *store)
{
	return &store->memory;
}

static enum status
move_out(struct text_store *store, struct error *error)
{
	enum status status = STATUS_OK;

	if (store->scratch < 0)
		status = source_file_scratch(&store->scratch, error);
	for (size_t done = 0; status == STATUS_OK && done < store->memory.length;) {
		ssize_t put = write(
			store->scratch, store->memory.data + done, store->memory.length - done);

		if (put < 0 && errno != EINTR)
			status = error_set(error, STATUS_FAILED,
				"cannot write a temporary file: %s", strerror(errno));
		done += put > 0 ? (size_t)put : 0;
	}
	store->kept += store->memory.length;
	buffer_reset(&store->memory);
	if (!store->pages)
		store->pages = memory_new(PAGES, sizeof *store->pages);
	return status;
}

enum status
text_store_add(struct text_store *store, struct error *error)
{
	struct buffer *memory = &store->memory;
	char *text = memory->data + store->at_hand;
	uint32_t length = (uint32_t)cell_text_unescape(text, memory->length - store->at_hand);
	uint64_t start = store->kept + store->at_hand - sizeof length;
	enum status status = STATUS_OK;

	if (store->count == TEXTS_MOST || start + length > UINT32_MAX)
		return error_set(error, STATUS_INVALID, "more than %d different texts", TEXTS_MOST);
	memcpy(text - sizeof length, &length, sizeof length);
	memory->length = store->at_hand + length;
	if (store->count % GROUP == 0) {
		store->groups =
			array_grow(store->groups, store->count / GROUP, sizeof *store->groups);
		store->groups[store->count / GROUP] = (uint32_t)start;
	}
	store->count++;
	if (memory->length >= IN_MEMORY)
		status = move_out(store, error);
	begin_text(store);
	return status;
}

/* The page of that number, from 1; NULL: it cannot be read. */
static const struct page *
find_page(struct text_store *store, uint64_t number)
{
	struct page *page = &store->pages[number % PAGES];
	ssize_t got;

	if (page->number == number)
		return page;
	do
		got = pread(store->scratch, page->bytes, PAGE, (off_t)((number - 1) * PAGE));
	while (got < 0 && errno == EINTR);
	page->number = got > 0 ? number : 0;
	return got > 0 ? page : NULL;
}

/* Bytes from a place on; false where they cannot be read. */
static bool
copy_out(struct text_store *store, uint64_t at, size_t length, char *into)
{
	while (length > 0 && at < store->kept) {
		const struct page *page = find_page(store, at / PAGE + 1);
		size_t from = at % PAGE, some = PAGE - from < length ? PAGE - from : length;

		if (!page)
			return false;
		memcpy(into, page->bytes + from, some);
		into += some;
		at += some;
		length -= some;
	}
	if (length > 0)
		memcpy(into, store->memory.data + (at - store->kept), length);
	return true;
}

enum status
text_store_get(struct text_store *store, size_t number, struct buffer *into, struct error *error)
{
	uint64_t at = store->groups[number / GROUP];
	uint32_t length = 0;
	bool had = copy_out(store, at, sizeof length, (char *)&length);

	for (size_t i = 0; i < number % GROUP && had; i++) {
		at += sizeof length + length;
		had = copy_out(store, at, sizeof length, (char *)&length);
	}
	if (had)
		had = copy_out(store, at + sizeof length, length, buffer_reserve(into, length));
	if (!had)
		return error_set(
			error, STATUS_FAILED, "cannot read a temporary file: %s", strerror(errno));
	into->length += length;
	into->data[into->length] = '\0';
	return STATUS_OK;
}
