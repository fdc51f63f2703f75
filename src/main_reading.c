/* Builds the scene of a stop and keeps its lines and their places. */
#include "main_reading.h"

#include "app_tour.h"
#include "plain.h"

#include <stdlib.h>
#include <string.h>

/* Of the node, else of something in it, else of what it lies in. */
static struct place place_of(const struct node *node)
{
    for (const struct node *in = node; in != NULL && node_within(in, node); in = node_next(in))
        if (in->place.line > 0)
            return in->place;
    for (const struct node *around = node; around != NULL; around = around->parent)
        if (around->place.line > 0)
            return around->place;
    return (struct place){0};
}

static void add_line(void *context, const struct node *node, int number, const char *words)
{
    struct reading *reading = context;
    (void)number;
    if (reading->count == MOST_LINES_READ)
        return;
    struct reading_line *line = &reading->lines[reading->count++];
    line->words = arena_copy(&reading->arena, words, strlen(words));
    line->place = place_of(node);
    if (node->role == ROLE_HEADING && reading->title == NULL)
        reading->title = line->words;
}

static int lines_in(const struct reading *reading, const char *file, struct place *first)
{
    int count = 0;
    for (int i = 0; i < reading->count; i++) {
        const struct place *place = &reading->lines[i].place;
        if (place->line == 0 || strcmp(place->file, file) != 0)
            continue;
        if (count == 0 || place->line < first->line)
            *first = *place;
        count++;
    }
    return count;
}

static void find_place(struct reading *reading)
{
    for (int i = 0, most = 0; i < reading->count; i++) {
        struct place first = {0};
        int count = reading->lines[i].place.line > 0 ? lines_in(reading, reading->lines[i].place.file, &first) : 0;
        if (count > most) {
            most = count;
            reading->place = first;
        }
    }
}

static void keep_tree(struct reading *reading, const struct scene *scene)
{
    char *tree = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&tree, &size);
    reading->tree = "";
    if (out == NULL)
        return;
    scene_dump(scene, out);
    if (fclose(out) == 0)
        reading->tree = arena_copy(&reading->arena, tree, size);
    free(tree);
}

static void keep_pictures(struct reading *reading, const struct scene *scene)
{
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->picture != NULL && !node->hidden && reading->picture_count < MOST_PICTURES_READ)
            reading->pictures[reading->picture_count++] =
                arena_copy(&reading->arena, node->picture, strlen(node->picture));
}

void reading_app(struct app *app, const struct content *content, int width, int height, float panel_mm)
{
    app_open_for_tour(app, (struct app_setup){content, theme_default(), metrics_plain(), panel_mm, true}, width,
                      height);
}

void reading_take(struct reading *reading, struct app *app, const struct stop *stop)
{
    struct arena arena = reading->arena;
    arena_reset(&arena);
    *reading = (struct reading){.arena = arena};
    app_show_stop(app, stop);
    const struct scene *scene = app_scene(app, stop->now_ms);
    plain_lines(scene, add_line, reading);
    if (reading->title == NULL)
        reading->title = arena_copy(&reading->arena, stop->name, strlen(stop->name));
    find_place(reading);
    keep_tree(reading, scene);
    keep_pictures(reading, scene);
}

void reading_free(struct reading *reading)
{
    arena_free(&reading->arena);
}

const char *reading_file(struct place place, const char *folder)
{
    size_t length = strlen(folder);
    if (place.file == NULL || strncmp(place.file, folder, length) != 0)
        return place.file != NULL ? place.file : "";
    const char *rest = place.file + length;
    rest += strspn(rest, "/");
    return *rest != '\0' ? rest : place.file;
}
