/* The audit of one panel, with letters of its own; see main_trial.h. */
#include "main_trial.h"

#include "audit_report.h"
#include "raster.h"

#include <stdlib.h>

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

static uint32_t mix(uint32_t sum, const char *words)
{
    for (; *words != '\0'; words++)
        sum = (sum ^ (uint8_t)*words) * 16777619u; /* FNV-1a */
    return sum * 16777619u;
}

static uint32_t mark_of(const struct finding *finding)
{
    return mix(mix(2166136261u + (uint32_t)finding->rule, finding->place.file), finding->thing);
}

static bool holds(const struct trial_marks *marks, uint32_t mark)
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
        uint32_t mark = mark_of(&kept->finding);
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
