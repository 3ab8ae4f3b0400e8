/* SPDX-License-Identifier: MIT */
/* What a question carries; see callback.h. Must not look into a context. */
#include "callback.h"

#include <stdlib.h>

#include "rollout/base/memory.h"

struct callback
callback_to(answer_taker *take, void *borrowed)
{
	return callback_with(take, borrowed, 0);
}

struct callback
callback_with(answer_taker *take, void *context, size_t size)
{
	return (struct callback){ take, context, size };
}

struct callback
callback_copy(struct callback callback)
{
	if (callback.size > 0)
		callback.context = memory_copy_text(callback.context, callback.size);
	return callback;
}

void
callback_clear(struct callback *callback)
{
	if (callback->size > 0)
		free(callback->context);
	*callback = (struct callback){ 0 };
}
