/* The parts of a content folder that are folders themselves: sections with their pages, and checks. */
#include "checks.h"
#include "loading.h"
#include "problem_codes.h"
#include "tables.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* In the order in which the kiosk lists them. A clinic may leave one out by deleting its folder. */
static const char *const section_names[] = {"explainers", "compare", "family", "next-steps", "about"};
enum { SECTION_COUNT = sizeof section_names / sizeof section_names[0] };

/* By enum mood_check. */
const char *const mood_check_ids[] = {"phq-9", "phq-8"};

static bool folder_exists(const char *folder)
{
    struct stat status;
    return stat(folder, &status) == 0 && S_ISDIR(status.st_mode);
}

static int by_order_and_id(int order, const char *id, int other_order, const char *other_id)
{
    return order != other_order ? (order < other_order ? -1 : 1) : strcmp(id, other_id);
}

static int page_by_order(const void *left, const void *right)
{
    const struct page *a = *(struct page *const *)left;
    const struct page *b = *(struct page *const *)right;
    return by_order_and_id(a->order, a->id, b->order, b->id);
}

static int screening_by_order(const void *left, const void *right)
{
    const struct screening *a = *(struct screening *const *)left;
    const struct screening *b = *(struct screening *const *)right;
    return by_order_and_id(a->order, a->id, b->order, b->id);
}

static void add_page(struct loading *loading, struct page *page)
{
    if (loading->page_count == loading->page_capacity) {
        size_t wanted = loading->page_capacity > 0 ? 2 * loading->page_capacity : 64;
        struct page **more = arena_take_array(&loading->scratch, wanted, sizeof(struct page *));
        if (loading->page_count > 0) {
            memcpy(more, loading->pages, loading->page_count * sizeof(struct page *));
        }
        loading->pages = more;
        loading->page_capacity = wanted;
    }
    loading->pages[loading->page_count++] = page;
}

static void add_draft(struct loading *loading, const struct page *page)
{
    struct draft_page *draft = arena_take(&loading->scratch, sizeof *draft);
    *draft = (struct draft_page){.page = page, .next = loading->first_draft};
    loading->first_draft = draft;
    loading->draft_count++;
}

/* A page that cannot be read still takes its id: what leads to it is right. */
static void load_page(struct loading *loading, const char *path, const char *name, uint16_t section)
{
    const char *id = id_of_file(loading, path, name);
    struct page *page = arena_take(&loading->scratch, sizeof *page);
    page->place = (struct place){.file = arena_copy(&loading->content->arena, path, strlen(path))};
    if (schema_load_file(path, &page_schema, page, &loading->reader)) {
        check_page(page, loading->problems);
    }
    page->id = id != NULL ? id : "";
    page->section = section;
    struct dated dated = {"the page", page->id, page->place, page->expires, NULL};
    if (expired(loading, dated)) {
        add_gone(loading, page->id, page->place.file, false);
        return;
    }
    drop_blocks(loading, page);
    if (page->status == PAGE_DRAFT && !loading->drafts) {
        add_draft(loading, page);
    } else if (loading->page_count < NO_INDEX) {
        add_page(loading, page);
    } else {
        report(loading->problems, TOO_MANY, page->place, "there are more than %d pages", NO_INDEX);
    }
}

static bool is_section_file(const char *name)
{
    return strcmp(name, "section.yaml") == 0;
}

static bool is_page_file(const char *section, const char *name)
{
    bool table = strcmp(section, "compare") == 0 && strcmp(name, "table.yaml") == 0;
    return !table && !is_section_file(name);
}

static void load_pages(struct loading *loading, const char *folder, struct section *section, uint16_t index)
{
    struct names_in_folder files = yaml_files(loading, folder);
    size_t first = loading->page_count;
    for (size_t i = 0; i < files.count; i++) {
        if (is_page_file(section->id, files.names[i])) {
            load_page(loading, path_in(loading, folder, files.names[i]), files.names[i], index);
        }
    }
    size_t count = loading->page_count - first;
    if (count > 0) {
        qsort(loading->pages + first, count, sizeof(struct page *), page_by_order);
    }
    section->first_page = (uint16_t)first;
    section->page_count = (uint16_t)count;
    if (count == 0 && strcmp(section->id, "compare") != 0) {
        report(loading->problems, NO_PAGES, (struct place){.file = folder}, "this section has no pages yet");
    }
}

static void load_compare(struct loading *loading, const char *folder)
{
    const char *path = path_in(loading, folder, "table.yaml");
    if (schema_load_file(path, &compare_schema, &loading->content->compare, &loading->reader)) {
        check_compare(&loading->content->compare, loading->problems);
    }
}

static void load_section(struct loading *loading, const char *name, struct section *section, uint16_t index)
{
    const char *folder = path_in(loading, loading->folder, name);
    schema_load_file(path_in(loading, folder, "section.yaml"), &section_schema, section, &loading->reader);
    section->id = name;
    load_pages(loading, folder, section, index);
    if (strcmp(name, "compare") == 0) {
        load_compare(loading, folder);
    }
}

void load_sections(struct loading *loading)
{
    struct section *sections = arena_take_array(&loading->content->arena, SECTION_COUNT, sizeof *sections);
    uint16_t count = 0;
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        if (folder_exists(path_in(loading, loading->folder, section_names[i]))) {
            load_section(loading, section_names[i], &sections[count], count);
            count++;
        }
    }
    loading->content->sections = sections;
    loading->content->section_count = count;
}

/* Signs that are wrong make rules wrong that are not: their turn comes when the signs are mended. */
static void check_results(struct screening *screening, struct problems *problems)
{
    size_t errors = problems->errors;
    check_score(screening, problems);
    check_signs(screening, problems);
    if (problems->errors == errors) {
        check_rules(screening, problems);
    }
}

static void load_screening(struct loading *loading, const char *path, const char *name)
{
    const char *id = id_of_file(loading, path, name);
    struct screening *screening = arena_take(&loading->scratch, sizeof *screening);
    screening->place = (struct place){.file = arena_copy(&loading->content->arena, path, strlen(path))};
    if (schema_load_file(path, &screening_schema, screening, &loading->reader)) {
        check_screening(screening, loading->problems);
        check_results(screening, loading->problems);
    } else {
        screening->unread = true;
    }
    screening->id = id != NULL ? id : "";
    if (screening->status == STATUS_DRAFT && loading->drafts && !screening->unread) {
        screening->draft = true;
        screening->status = STATUS_ACTIVE;
    }
    loading->screenings[loading->screening_count++] = screening;
}

static struct screening *find_screening(struct loading *loading, const char *id)
{
    for (size_t i = 0; i < loading->screening_count; i++) {
        if (strcmp(loading->screenings[i]->id, id) == 0) {
            return loading->screenings[i];
        }
    }
    return NULL;
}

static bool is_mood_check(const char *id)
{
    return strcmp(id, mood_check_ids[MOOD_PHQ_9]) == 0 || strcmp(id, mood_check_ids[MOOD_PHQ_8]) == 0;
}

/* One of the two is active, whatever their own files say. A clinic that wrote nothing may have neither. */
static void choose_mood_check(struct loading *loading)
{
    const struct settings *settings = &loading->content->settings;
    struct screening *chosen = find_screening(loading, mood_check_ids[settings->mood_check]);
    struct screening *other = find_screening(loading, mood_check_ids[!settings->mood_check]);
    if (chosen != NULL) {
        chosen->status = STATUS_ACTIVE;
        if (other != NULL) {
            other->status = STATUS_OPTIONAL;
        }
    } else if (settings->mood_check_place.file != NULL && loading->settings_whole) {
        report(loading->problems, CHECK_SETTING, settings->mood_check_place, "there is no file screenings/%s.yaml",
               mood_check_ids[settings->mood_check])
            ->fix = "add the file, or choose the other mood check";
    }
}

static void switch_on(struct loading *loading, const char *id)
{
    struct screening *screening = find_screening(loading, id);
    struct place place = loading->content->settings.optional_checks_place;
    if (screening == NULL) {
        report(loading->problems, CHECK_SETTING, place, "there is no check '%s'", id)->fix =
            "write the name of a file in screenings/, without .yaml";
    } else if (is_mood_check(id)) {
        report(loading->problems, CHECK_SETTING, place, "'%s' is not switched on here", id)->fix =
            "write   mood_check: phq-9   or   mood_check: phq-8";
    } else if (screening->status != STATUS_OPTIONAL && !screening->unread) {
        report(loading->problems, CHECK_SETTING, place, "the check '%s' is not optional", id)->fix =
            "take it out of the list: its own file says whether it is shown";
    } else {
        screening->status = STATUS_ACTIVE;
    }
}

static void choose_screenings(struct loading *loading)
{
    const struct settings *settings = &loading->content->settings;
    for (size_t i = 0; i < settings->optional_check_count; i++) {
        if (settings->optional_checks[i] != NULL) {
            switch_on(loading, settings->optional_checks[i]);
        }
    }
    choose_mood_check(loading);
}

void load_screenings(struct loading *loading)
{
    const char *folder = path_in(loading, loading->folder, "screenings");
    struct names_in_folder files = yaml_files(loading, folder);
    loading->screenings = arena_take_array(&loading->scratch, files.count, sizeof(struct screening *));
    for (size_t i = 0; i < files.count; i++) {
        const char *path = path_in(loading, folder, files.names[i]);
        if (is_section_file(files.names[i])) {
            schema_load_file(path, &checks_schema, &loading->content->checks_picture, &loading->reader);
        } else {
            load_screening(loading, path, files.names[i]);
        }
    }
    if (loading->screening_count > 1) {
        qsort(loading->screenings, loading->screening_count, sizeof(struct screening *), screening_by_order);
    }
    choose_screenings(loading);
}
