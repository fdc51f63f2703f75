/* Compares the agreed topics with what pages say they cover. */
#include "coverage.h"

#include "problem_codes.h"
#include "tables.h"
#include "text.h"

#include <string.h>
#include <unistd.h>

static bool covers(const struct page *page, const char *id)
{
    for (size_t i = 0; i < page->cover_count; i++) {
        if (page->covers[i] != NULL && strcmp(page->covers[i], id) == 0) {
            return true;
        }
    }
    return false;
}

static const struct agreed_topic *topic_of(const struct coverage *coverage, const char *id)
{
    for (size_t i = 0; i < coverage->topic_count; i++) {
        if (strcmp(coverage->topics[i].id, id) == 0) {
            return &coverage->topics[i];
        }
    }
    return NULL;
}

static bool is_covered(const struct content *content, const char *id)
{
    for (size_t i = 0; i < content->page_count; i++) {
        if (covers(&content->pages[i], id)) {
            return true;
        }
    }
    return false;
}

static void check_topic(const struct coverage *coverage, const struct agreed_topic *topic,
                        const struct content *content, struct problems *problems)
{
    if (topic_of(coverage, topic->id) != topic) {
        report(problems, ID_TWICE, topic->place, "the topic '%s' stands here twice", topic->id);
    } else if (topic->left_out == NULL && !is_covered(content, topic->id)) {
        struct problem *problem =
            report(problems, NOT_COVERED, topic->place, "no page covers the topic '%s'", topic->id);
        problem->hint = problems_text(problems, "%s", topic->about);
        problem->fix = problems_text(problems, "write about it on a page and add   covers: [\"%s\"]", topic->id);
    }
}

static void check_page_covers(const struct coverage *coverage, const struct page *page, struct problems *problems)
{
    for (size_t i = 0; i < page->cover_count; i++) {
        const char *id = page->covers[i];
        const struct agreed_topic *topic = id != NULL ? topic_of(coverage, id) : NULL;
        if (id != NULL && topic == NULL) {
            report(problems, NO_TOPIC, page->covers_place, "there is no topic '%s'", id)->fix =
                "look the number up in words/coverage.yaml, or add it there";
        } else if (topic != NULL && topic->left_out != NULL) {
            report(problems, NO_TOPIC, page->covers_place, "the topic '%s' is left out on purpose", id)->hint =
                problems_text(problems, "%s", topic->left_out);
        }
    }
}

void coverage_read(struct coverage *coverage, const char *folder, struct problems *problems)
{
    struct arena scratch = {0};
    struct schema_reader reader = {.arena = &coverage->arena, .scratch = &scratch, .problems = problems};
    const char *path = arena_print(&coverage->arena, "%s/words/coverage.yaml", folder);
    if (access(path, F_OK) == 0 && !schema_load_file(path, &coverage_schema, coverage, &reader)) {
        coverage->topic_count = 0;
    }
    arena_free(&scratch);
}

void coverage_free(struct coverage *coverage)
{
    arena_free(&coverage->arena);
    *coverage = (struct coverage){0};
}

void coverage_check(const struct coverage *coverage, const struct content *content, struct problems *problems)
{
    if (coverage->topic_count == 0) {
        return;
    }
    for (size_t i = 0; i < coverage->topic_count; i++) {
        check_topic(coverage, &coverage->topics[i], content, problems);
    }
    for (size_t i = 0; i < content->page_count; i++) {
        check_page_covers(coverage, &content->pages[i], problems);
    }
}

static void print_pages(const struct agreed_topic *topic, const struct content *content, FILE *out)
{
    const char *between = "";
    for (size_t i = 0; i < content->page_count; i++) {
        if (covers(&content->pages[i], topic->id)) {
            fprintf(out, "%s%s", between, content->pages[i].id);
            between = ", ";
        }
    }
    if (*between == '\0') {
        fprintf(out, "%s%s", topic->left_out != NULL ? "left out: " : "NO PAGE",
                topic->left_out != NULL ? topic->left_out : "");
    }
}

void coverage_print(const struct coverage *coverage, const struct content *content, FILE *out)
{
    size_t open = 0;
    int width = 0;
    for (size_t i = 0; i < coverage->topic_count; i++) {
        int length = (int)utf8_count(coverage->topics[i].about, strlen(coverage->topics[i].about));
        width = length > width ? length : width;
    }
    for (size_t i = 0; i < coverage->topic_count; i++) {
        const struct agreed_topic *topic = &coverage->topics[i];
        int length = (int)utf8_count(topic->about, strlen(topic->about));
        fprintf(out, "%-8s %s%*s  ", topic->id, topic->about, width - length, "");
        print_pages(topic, content, out);
        fputc('\n', out);
        open += topic->left_out == NULL && !is_covered(content, topic->id);
    }
    fprintf(out, "%zu topics, %zu without a page.\n", coverage->topic_count, open);
}
