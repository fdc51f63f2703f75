/* The audit of one panel, with letters of its own; see main_trial.h. */
#include "main_trial.h"

#include "audit_report.h"
#include "digest.h"
#include "raster.h"

#include <stdlib.h>
#include <string.h>

struct witness {
    struct audit_ledger ledger;
    const atomic_bool *unwanted;
};

static void keep(void *context, const struct finding *finding)
{
    struct witness *witness = context;
    audit_ledger_keep(&witness->ledger, finding);
}

static bool goes_on(void *context)
{
    const struct witness *witness = context;
    return !atomic_load(witness->unwanted);
}

static void look(const struct trial *trial, const struct content *content, struct raster *raster,
                 struct witness *witness)
{
    struct metrics metrics = raster_metrics(raster);
    struct audit audit = {.content = content,
                          .theme = trial->theme,
                          .metrics = &metrics,
                          .found = keep,
                          .moved_on = goes_on,
                          .context = witness};
    audit_tour_on(&audit, &trial->panel);
}

/* With the zero behind it, words end where they end. */
static uint64_t mark_of(const struct finding *finding)
{
    uint64_t mark = digest_bytes(0, &finding->rule, sizeof finding->rule);
    mark = digest_bytes(mark, finding->place.file, strlen(finding->place.file) + 1);
    return digest_bytes(mark, finding->thing, strlen(finding->thing) + 1);
}

static bool holds(const struct trial_marks *marks, uint64_t mark)
{
    for (int i = 0; i < marks->count; i++)
        if (marks->list[i] == mark)
            return true;
    return false;
}

static void report(const struct trial *trial, const struct audit_ledger *ledger, struct problems *problems,
                   struct trial_marks *found)
{
    found->count = 0;
    for (int i = 0; i < ledger->count; i++) {
        const struct kept_finding *kept = &ledger->list[i];
        uint64_t mark = mark_of(&kept->finding);
        bool known = trial->known == NULL || holds(trial->known, mark);
        found->list[found->count++] = mark;
        audit_report(problems, &kept->finding, kept->more, known ? SEVERITY_WARNING : SEVERITY_ERROR);
    }
}

void trial_run(const struct trial *trial, const struct content *content, struct problems *problems,
               struct trial_marks *found)
{
    const char *no_pictures[] = {NULL}, *cause = NULL;
    struct witness *witness = calloc(1, sizeof *witness);
    struct raster *raster = raster_open(no_pictures, &cause);
    if (witness != NULL && raster != NULL) {
        witness->ledger.folder = trial->folder;
        witness->unwanted = trial->unwanted;
        look(trial, content, raster, witness);
        report(trial, &witness->ledger, problems, found);
        audit_ledger_free(&witness->ledger);
    }
    raster_close(raster);
    free(witness);
}
