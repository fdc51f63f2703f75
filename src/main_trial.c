/* The audit of one panel, with letters of its own; see main_trial.h. */
#include "main_trial.h"

#include "audit_ledger.h"
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

void trial_run(const struct trial *trial, const struct content *content, struct problems *problems)
{
    const char *no_pictures[] = {NULL}, *cause = NULL;
    struct witness *witness = calloc(1, sizeof *witness);
    struct raster *raster = raster_open(no_pictures, &cause);
    if (witness != NULL && raster != NULL) {
        witness->ledger.folder = trial->folder;
        witness->unwanted = trial->unwanted;
        look(trial, content, raster, witness);
        audit_ledger_report(&witness->ledger, problems, trial->most);
        audit_ledger_free(&witness->ledger);
    }
    raster_close(raster);
    free(witness);
}
