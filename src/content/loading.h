/* Shared by the files of the loader only: one folder being read.
 * Pages and checks are kept one by one until all references into them are resolved; then they move to
 * their final arrays, in their final order. */
#ifndef IOP_LOADING_H
#define IOP_LOADING_H

#include "content.h"
#include "schema.h"

#include <stdbool.h>
#include <stddef.h>

/* A page that is not shown: only its name is of interest. */
struct draft_page {
    const struct page *page;
    struct draft_page *next;
};

struct loading {
    const char *folder;
    const char *today; /* "2026-07-15"; NULL: nothing expires */
    bool drafts;       /* are shown, too */
    struct content *content;
    struct problems *problems;
    struct arena file_scratch; /* emptied with every file */
    struct arena scratch;      /* emptied when the load is over */
    struct schema_reader reader;
    struct page **pages; /* sorted by section, order, id */
    size_t page_count, page_capacity;
    struct draft_page *first_draft;
    size_t draft_count;
    struct screening **screenings; /* all, sorted by order and id; drafts too */
    size_t screening_count;
    struct gone *gone;    /* pages and helplines that have expired: what leads to them is right, and leads nowhere */
    bool settings_whole;  /* kiosk.yaml could be read: what it says is meant */
    bool helplines_whole; /* helplines.yaml could be read: ids that are not there do not exist */
    bool glossary_broken; /* glossary.yaml could not be read: any term may stand in it */
};

/* The .yaml files of a folder, sorted by name. */
struct names_in_folder {
    bool exists;
    const char **names;
    size_t count;
};

/* "folder/name" in the loader's scratch. */
const char *path_in(struct loading *loading, const char *folder, const char *name);

/* Warns of files that look like content and are not read (.yml). */
struct names_in_folder yaml_files(struct loading *loading, const char *folder);

/* The id that a file's name stands for, in the content's arena; NULL and a problem if it cannot be one. */
const char *id_of_file(struct loading *loading, const char *path, const char *name);

/* The ids of the two mood checks by enum mood_check. What leads to one of them leads to the one that is shown. */
extern const char *const mood_check_ids[2];

/* load_parts.c: sections with their pages; checks, with the status that kiosk.yaml gives them. */
void load_sections(struct loading *loading);
void load_screenings(struct loading *loading);

/* An id that does not lead anywhere any more. */
struct gone {
    const char *id;
    const char *file;
    bool helpline;
    struct gone *next;
};

/* expiry.c: True if that day has come. Keeps what has a day in content->dated. */
bool expired(struct loading *loading, struct dated dated);

/* Remembers an id that has expired. */
void add_gone(struct loading *loading, const char *id, const char *file, bool helpline);
bool is_gone_helpline(const struct loading *loading, const char *id);

/* Leaves out what has expired: notices whose last day is over; pieces of a page; helplines. Before references are
 * resolved. */
void drop_notices(struct loading *loading);
void drop_blocks(struct loading *loading, struct page *page);
void drop_helplines(struct loading *loading);

/* Leaves out what leads nowhere now: cards of the first screen, buttons, contacts without a line. Afterwards. */
void drop_dead_ends(struct loading *loading);

/* checks_dates.c: days and hours that contradict themselves; what must never expire. */
void check_times(struct loading *loading);

/* targets.c: gives every reference its target and reports ids that are missing or used twice. */
void resolve_references(struct loading *loading);

/* checks.c: what needs more than one file, or the folder; adds problems only. */
void check_content(struct loading *loading);

#endif
