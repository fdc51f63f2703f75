/* The content that is shipped, loaded once for a group of stories, and whether a check passes the proof. */
#ifndef TEST_SHIPPED_H
#define TEST_SHIPPED_H

#include "complaint.h"
#include "loaded.h"
#include "proof.h"

#include <stdlib.h>

static struct content *shipped;

static inline int load_shipped(void **state)
{
    (void)state;
    shipped = loaded_content();
    return shipped == NULL;
}

static inline int free_shipped(void **state)
{
    (void)state;
    content_free(shipped);
    return 0;
}

/* A copy whose parts a story may break; what it points to is the content's own. */
static inline struct screening copy_of(const char *id)
{
    for (size_t i = 0; i < shipped->all_screening_count; i++)
        if (strcmp(shipped->screenings[i].id, id) == 0)
            return shipped->screenings[i];
    fail_msg("there is no check '%s'", id);
    return (struct screening){0};
}

static inline bool is_proved(const struct screening *screening)
{
    struct problems problems = {0};
    prove_screening(screening, &problems);
    bool proved = problems.count == 0;
    problems_free(&problems);
    return proved;
}

static inline void expect_refused(const struct screening *screening, const char *words)
{
    struct problems problems = {0};
    prove_screening(screening, &problems);
    if (problems.count == 0)
        fail_msg("proved, but should complain of \"%s\"", words);
    expect_words(&problems, 0, words);
    problems_free(&problems);
}

#endif
