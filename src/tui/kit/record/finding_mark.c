/* SPDX-License-Identifier: MIT */
/* Marks records with their gravest finding; see finding_mark.h. */
#include "finding_mark.h"

void
finding_mark(struct canvas *canvas, int row, int column, const struct session *session,
	const char *type, const char *identifier)
{
	const struct finding *finding = findings_gravest(&session->findings, type, identifier);

	if (!finding)
		return;
	switch (finding->rule->severity) {
	case SEVERITY_ERROR: canvas_put(canvas, row, column, 1, ROLE_ERROR, "!"); break;
	case SEVERITY_WARNING:
		canvas_put(
			canvas, row, column, 1, ROLE_WARNING, glyph_text(canvas->ascii, GLYPH_UP));
		break;
	case SEVERITY_NOTICE:
		canvas_put(
			canvas, row, column, 1, ROLE_NOTICE, glyph_text(canvas->ascii, GLYPH_DOT));
		break;
	}
}
