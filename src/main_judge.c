/* What iop-content check does beyond loading: the proof of every check, the wording, the agreed topics. */
#include "coverage.h"
#include "editor.h"
#include "main_content.h"
#include "proof.h"

#include <threads.h>

/* A proof that runs beside others: into a list of its own, since a list of problems is for one thread. */
struct proof {
    thrd_t thread;
    bool started;
    const struct screening *screening;
    struct problems found;
};

static int run_proof(void *argument)
{
    struct proof *proof = argument;
    prove_screening(proof->screening, &proof->found);
    return 0;
}

/* Those that are not shown, too: a clinic may switch them on. What is retired is proved no more. */
static size_t start_proofs(const struct content *content, struct proof *proofs, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < content->all_screening_count && count < room; i++) {
        if (content->screenings[i].status == STATUS_RETIRED)
            continue;
        struct proof *proof = &proofs[count++];
        proof->screening = &content->screenings[i];
        proof->started = thrd_create(&proof->thread, run_proof, proof) == thrd_success;
    }
    return count;
}

/* What failed is proved again into the real list, which knows the files' lines: that is rare. */
static void end_proof(struct proof *proof, struct problems *problems)
{
    if (proof->started)
        thrd_join(proof->thread, NULL);
    if (!proof->started || proof->found.count > 0)
        prove_screening(proof->screening, problems);
    problems_free(&proof->found);
}

void content_judge(const char *folder, const struct content *content, struct problems *problems)
{
    static struct proof proofs[4 * MAX_SCREENINGS];
    struct coverage coverage = {0};
    size_t count = start_proofs(content, proofs, sizeof proofs / sizeof *proofs);
    editor_check(folder, content, problems);
    coverage_read(&coverage, folder, problems);
    coverage_check(&coverage, content, problems);
    coverage_free(&coverage);
    for (size_t i = 0; i < count; i++)
        end_proof(&proofs[i], problems);
}

void content_print_coverage(const char *folder, const struct content *content)
{
    struct problems problems = {0};
    struct coverage coverage = {0};
    coverage_read(&coverage, folder, &problems);
    coverage_print(&coverage, content, stdout);
    coverage_free(&coverage);
    problems_free(&problems);
}
