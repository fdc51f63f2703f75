/* The topics that a clinic and its advisers agreed on, and which pages speak of them: content/words/coverage.yaml
 * and the key `covers` of pages. A folder without that file has agreed on nothing.
 * This layer knows nothing of what the topics mean. */
#ifndef IOP_COVERAGE_H
#define IOP_COVERAGE_H

#include "content.h"

#include <stdio.h>

struct agreed_topic {
    struct place place;
    const char *id;
    const char *about;
    const char *left_out; /* why no page covers it; NULL: one must */
};

/* All-zero is empty. */
struct coverage {
    const struct agreed_topic *topics;
    size_t topic_count;
    struct arena arena;
};

/* Reads words/coverage.yaml of the folder. Without the file nothing is asked for. Free with coverage_free(). */
void coverage_read(struct coverage *coverage, const char *folder, struct problems *problems);
void coverage_free(struct coverage *coverage);

/* Reports topics that no page covers, and covers that are no topics. */
void coverage_check(const struct coverage *coverage, const struct content *content, struct problems *problems);

/* A table to read: id, topic, pages. */
void coverage_print(const struct coverage *coverage, const struct content *content, FILE *out);

#endif
