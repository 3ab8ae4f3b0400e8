/* SPDX-License-Identifier: MIT */
/* Base 64 (RFC 4648, with padding): how a text travels inside a control sequence. */
#ifndef ROLLOUT_TUI_BASE64_H
#define ROLLOUT_TUI_BASE64_H

#include "rollout/base/memory.h"

void base64_append(struct buffer *out, const char *bytes, size_t length);

#endif
