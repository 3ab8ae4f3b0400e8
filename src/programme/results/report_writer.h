/* SPDX-License-Identifier: MIT */
/* How every document of report.h begins and ends. Private to src/programme/results. */
#ifndef ROLLOUT_PROGRAMME_REPORT_WRITER_H
#define ROLLOUT_PROGRAMME_REPORT_WRITER_H

#include "programme/exchange/document_writer.h"
#include "rollout/programme/report.h"

struct report {
	struct document_writer writer;
	struct output *output;
	struct error look_up; /* what document_writer says of a reference it could not look up */
};

/* Opens the document and writes what all begin with. */
void report_begin(
	struct report *report, struct programme *programme, const char *format, int descriptor);
/* Closes the document, or throws away what is not written yet when so_far is not STATUS_OK. */
enum status STATUS_CHECKED report_end(
	struct report *report, enum status so_far, struct error *error);
/* A member with a text; left out where text is NULL or empty. */
void report_text(struct report *report, const char *name, const char *text);

#endif
