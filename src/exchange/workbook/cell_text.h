/* SPDX-License-Identifier: MIT */
/* Text of a workbook's cell as it is meant. Private to this folder. */
#ifndef ROLLOUT_EXCHANGE_WORKBOOK_CELL_TEXT_H
#define ROLLOUT_EXCHANGE_WORKBOOK_CELL_TEXT_H

#include <stddef.h>

/* In place: _x000D_ and its like become the character they stand for, every line end a newline
 * (ECMA-376, part 1, 22.9.2.19). The new length, never greater. */
size_t cell_text_unescape(char *text, size_t length);

#endif
