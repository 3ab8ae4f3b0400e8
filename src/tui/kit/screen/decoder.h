/* SPDX-License-Identifier: MIT */
/*
 * Bytes from a terminal become inputs. Must not read, wait or know curses: bytes are pushed, inputs
 * are pulled, and the caller says when it waited long enough.
 */
#ifndef ROLLOUT_TUI_DECODER_H
#define ROLLOUT_TUI_DECODER_H

#include <stdbool.h>

#include "rollout/base/memory.h"
#include "input.h"

enum { DECODER_PASTE_MAX = 1048576 };

enum decoder_state {
	DECODER_GROUND,
	DECODER_PASTE, /* between ESC [200~ and ESC [201~ */
	DECODER_STRING, /* an OSC, DCS, APC, PM or SOS, up to BEL or ESC \ */
};

/* Start from {0}. */
struct decoder {
	enum decoder_state state;
	struct buffer bytes; /* not yet taken */
	size_t taken; /* of bytes */
	struct buffer paste;
};

void decoder_push(struct decoder *decoder, const char *bytes, size_t length);
/*
 * The next input; false when the bytes so far make none. finish: no more bytes are coming for now,
 * so that a lone ESC is the key Esc, and what else is incomplete is given up. Control sequences
 * that are not known come out as INPUT_NONE, whole. A paste keeps at most DECODER_PASTE_MAX bytes.
 */
bool decoder_next(struct decoder *decoder, bool finish, struct input *out);
/* Whether bytes wait whose meaning depends on what follows. */
bool decoder_waits(const struct decoder *decoder);
/* Whether these may only be the start of a key that follows at once (ESC), not of a paste. */
bool decoder_waits_for_key(const struct decoder *decoder);
void decoder_clear(struct decoder *decoder);

#endif
