/* Where a touch can lead: every id has one meaning, and every reference finds it. */
#include "loading.h"
#include "problem_codes.h"
#include "suggest.h"

#include <stdlib.h>
#include <string.h>

struct id {
    const char *name;
    enum target_kind kind;
    uint16_t index;
    struct place place; /* file NULL: belongs to the kiosk itself */
    bool inactive;      /* a check or page that is not shown */
    bool draft;         /* because it is a draft */
    bool gone;          /* a page that has expired */
};

struct ids {
    struct id *list; /* sorted by name */
    size_t count;
};

static void add_id(struct ids *ids, struct id id)
{
    if (id.name[0] != '\0') { /* a file name that cannot be an id is reported already */
        ids->list[ids->count++] = id;
    }
}

static int by_name(const void *left, const void *right)
{
    const struct id *a = left;
    const struct id *b = right;
    int names = strcmp(a->name, b->name);
    if (names != 0 || a->place.file == NULL || b->place.file == NULL) {
        return names != 0 ? names : (a->place.file != NULL) - (b->place.file != NULL);
    }
    return strcmp(a->place.file, b->place.file);
}

static void add_sections(struct ids *ids, const struct content *content)
{
    for (size_t i = 0; i < content->section_count; i++) {
        bool compare = strcmp(content->sections[i].id, "compare") == 0;
        add_id(ids, (struct id){.name = content->sections[i].id,
                                .kind = compare ? TARGET_COMPARE : TARGET_SECTION,
                                .index = (uint16_t)i});
    }
}

static void add_screenings(struct ids *ids, const struct loading *loading)
{
    uint16_t index = 0;
    for (size_t i = 0; i < loading->screening_count; i++) {
        const struct screening *screening = loading->screenings[i];
        bool active = screening->status == STATUS_ACTIVE;
        add_id(ids, (struct id){.name = screening->id,
                                .kind = TARGET_SCREENING,
                                .index = index,
                                .place = {.file = screening->place.file},
                                .inactive = !active && !screening->unread,
                                .draft = screening->status == STATUS_DRAFT});
        index = (uint16_t)(index + active);
    }
}

static struct id *id_of_mood_check(const struct ids *ids, enum mood_check mood_check)
{
    for (size_t i = 0; i < ids->count; i++) {
        if (ids->list[i].kind == TARGET_SCREENING && strcmp(ids->list[i].name, mood_check_ids[mood_check]) == 0) {
            return &ids->list[i];
        }
    }
    return NULL;
}

/* One setting changes the mood check over: what leads to the other one leads to it. */
static void join_mood_checks(const struct ids *ids, enum mood_check chosen)
{
    const struct id *shown = id_of_mood_check(ids, chosen);
    struct id *other = id_of_mood_check(ids, chosen == MOOD_PHQ_9 ? MOOD_PHQ_8 : MOOD_PHQ_9);
    if (shown != NULL && !shown->inactive && other != NULL) {
        other->index = shown->index;
        other->inactive = false;
    }
}

static size_t count_gone_pages(const struct loading *loading)
{
    size_t count = 0;
    for (const struct gone *gone = loading->gone; gone != NULL; gone = gone->next) {
        count += !gone->helpline;
    }
    return count;
}

static void add_gone_pages(struct ids *ids, const struct loading *loading)
{
    for (const struct gone *gone = loading->gone; gone != NULL; gone = gone->next) {
        if (!gone->helpline) {
            add_id(ids, (struct id){.name = gone->id, .place = {.file = gone->file}, .gone = true});
        }
    }
}

static struct ids all_ids(struct loading *loading)
{
    const struct content *content = loading->content;
    struct ids ids = {0};
    size_t most = content->section_count + loading->page_count + loading->screening_count + loading->draft_count + 2 +
                  count_gone_pages(loading);
    ids.list = arena_take_array(&loading->scratch, most, sizeof *ids.list);
    add_id(&ids, (struct id){.name = "checks", .kind = TARGET_CHECKS});
    add_id(&ids, (struct id){.name = "help", .kind = TARGET_HELP});
    add_sections(&ids, content);
    add_screenings(&ids, loading);
    join_mood_checks(&ids, content->settings.mood_check);
    for (size_t i = 0; i < loading->page_count; i++) {
        const struct page *page = loading->pages[i];
        add_id(&ids,
               (struct id){
                   .name = page->id, .kind = TARGET_PAGE, .index = (uint16_t)i, .place = {.file = page->place.file}});
    }
    for (const struct draft_page *draft = loading->first_draft; draft != NULL; draft = draft->next) {
        add_id(&ids, (struct id){.name = draft->page->id,
                                 .kind = TARGET_PAGE,
                                 .place = {.file = draft->page->place.file},
                                 .inactive = true,
                                 .draft = true});
    }
    add_gone_pages(&ids, loading);
    qsort(ids.list, ids.count, sizeof *ids.list, by_name);
    return ids;
}

static void report_ids_used_twice(struct loading *loading, const struct ids *ids)
{
    for (size_t i = 1; i < ids->count; i++) {
        const struct id *before = &ids->list[i - 1];
        if (strcmp(before->name, ids->list[i].name) != 0) {
            continue;
        }
        struct problem *problem =
            report(loading->problems, ID_TWICE, ids->list[i].place, "the id '%s' is used twice, also by %s",
                   before->name, before->place.file != NULL ? before->place.file : "the kiosk itself");
        problem->fix = "give this file another name, and change what leads to it";
    }
}

static int id_by_name(const void *key, const void *entry)
{
    return strcmp(key, ((const struct id *)entry)->name);
}

static const struct id *find_id(const struct ids *ids, const char *name)
{
    return bsearch(name, ids->list, ids->count, sizeof *ids->list, id_by_name);
}

static void report_no_target(struct loading *loading, const struct ids *ids, const struct reference *reference)
{
    struct problem *problem = report(loading->problems, NO_TARGET, reference->place,
                                     "there is no page, section or check '%s'", reference->name);
    struct suggestion meant = {.written = reference->name};
    for (size_t i = 0; i < ids->count; i++) {
        suggest(&meant, ids->list[i].name);
    }
    if (meant.found != NULL) {
        problem->hint = problems_text(loading->problems, "did you mean '%s'?", meant.found);
    } else {
        problem->fix = "use the name of a page's file without .yaml, the folder of a section, the id of a check, or: "
                       "compare, checks, help";
    }
}

static bool leads_outside(const char *name)
{
    return strstr(name, "://") != NULL || strncmp(name, "mailto:", 7) == 0 || strncmp(name, "tel:", 4) == 0 ||
           strncmp(name, "www.", 4) == 0;
}

static void report_hidden(struct loading *loading, const struct id *id, struct place place)
{
    bool page = id->kind == TARGET_PAGE;
    if (id->draft) {
        report(loading->problems, TARGET_HIDDEN, place,
               "the %s '%s' is a draft, which visitors do not see: only other drafts may lead to it",
               page ? "page" : "check", id->name)
            ->fix = page ? "take the line   status: draft   out of its file, or lead somewhere else"
                         : "set its status to active, or lead somewhere else";
    } else {
        report(loading->problems, TARGET_HIDDEN, place, "the check '%s' is not active, so nothing can lead to it",
               id->name)
            ->fix = "set its status to active, or lead somewhere else";
    }
}

/* Drafts go live together: until then they lead to each other, and nothing that visitors see leads to them. */
static bool may_not_lead(const struct id *id, const struct reference *reference)
{
    return id->inactive && !(id->draft && reference->from_draft);
}

static void resolve_target(struct loading *loading, const struct ids *ids, const struct reference *reference)
{
    const struct id *id = find_id(ids, reference->name);
    if (reference->kind == REFERENCE_LINK && leads_outside(reference->name)) {
        report(loading->problems, OUTSIDE_LINK, reference->place, "this link leads out of the kiosk")->fix =
            "write the address as text, or link to a page of the kiosk: [words](page-id)";
    } else if (id == NULL) {
        report_no_target(loading, ids, reference);
    } else if (may_not_lead(id, reference)) {
        report_hidden(loading, id, reference->place);
    } else if (reference->target != NULL && !id->inactive) {
        reference->target->kind = id->kind;
        reference->target->index = id->index;
    }
}

static void resolve_helpline(struct loading *loading, const struct reference *reference)
{
    const struct help *help = &loading->content->help;
    struct suggestion meant = {.written = reference->name};
    for (size_t i = 0; i < help->line_count; i++) {
        const char *id = help->lines[i].id != NULL ? help->lines[i].id : "";
        if (strcmp(id, reference->name) == 0) {
            reference->target->index = (uint16_t)i;
            return;
        }
        suggest(&meant, id);
    }
    if (!loading->helplines_whole || is_gone_helpline(loading, reference->name)) {
        return; /* it may stand where the file could not be read, or has expired */
    }
    struct problem *problem = report(loading->problems, NO_HELPLINE, reference->place,
                                     "there is no helpline '%s' in help/helplines.yaml", reference->name);
    problem->hint = meant.found != NULL ? problems_text(loading->problems, "did you mean '%s'?", meant.found) : NULL;
}

static void resolve_term(struct loading *loading, const struct reference *reference)
{
    const struct glossary *glossary = &loading->content->glossary;
    struct suggestion meant = {.written = reference->name};
    for (size_t i = 0; i < glossary->term_count; i++) {
        const char *id = glossary->terms[i].id != NULL ? glossary->terms[i].id : "";
        if (strcmp(id, reference->name) == 0) {
            if (reference->target != NULL) {
                reference->target->index = (uint16_t)i;
            }
            return;
        }
        suggest(&meant, id);
    }
    if (loading->glossary_broken) {
        return; /* it may stand where the file could not be read */
    }
    struct problem *problem =
        report(loading->problems, NO_TERM, reference->place, "there is no word '%s' in glossary.yaml", reference->name);
    if (meant.found != NULL) {
        problem->hint = problems_text(loading->problems, "did you mean '%s'?", meant.found);
    } else {
        problem->fix = "add it to glossary.yaml, or take the link off the word";
    }
}

static void report_terms_used_twice(struct loading *loading)
{
    const struct glossary *glossary = &loading->content->glossary;
    for (size_t i = 1; i < glossary->term_count; i++) {
        for (size_t k = 0; k < i; k++) {
            const struct term *term = &glossary->terms[i], *other = &glossary->terms[k];
            if (term->id != NULL && other->id != NULL && strcmp(term->id, other->id) == 0) {
                report(loading->problems, ID_TWICE, term->place, "the id '%s' is used twice, also in line %d", term->id,
                       other->place.line);
            }
        }
    }
}

static void report_helplines_used_twice(struct loading *loading)
{
    const struct help *help = &loading->content->help;
    for (size_t i = 1; i < help->line_count; i++) {
        for (size_t k = 0; k < i; k++) {
            const char *id = help->lines[i].id;
            if (id != NULL && help->lines[k].id != NULL && strcmp(id, help->lines[k].id) == 0) {
                report(loading->problems, ID_TWICE, help->lines[i].place, "the id '%s' is used twice, also in line %d",
                       id, help->lines[k].place.line);
            }
        }
    }
}

void resolve_references(struct loading *loading)
{
    struct ids ids = all_ids(loading);
    report_ids_used_twice(loading, &ids);
    report_helplines_used_twice(loading);
    report_terms_used_twice(loading);
    for (const struct reference *at = loading->reader.first_reference; at != NULL; at = at->next) {
        if (at->kind == REFERENCE_HELPLINE) {
            resolve_helpline(loading, at);
        } else if (at->kind == REFERENCE_TERM) {
            resolve_term(loading, at);
        } else {
            resolve_target(loading, &ids, at);
        }
    }
}
