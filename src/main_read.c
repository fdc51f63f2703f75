/* iop-content read: the kiosk as plain numbered lines, for a terminal, a pipe or a screen reader. */
#include "main_content.h"

#include "app.h"
#include "plain.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_LINE = 128 };

static void print_screen(struct app *app)
{
    const struct scene *scene = app_scene(app, 0);
    printf("\n----------------------------------------\n");
    int numbers = plain_print(scene, stdout);
    printf("\n");
    if (numbers > 0)
        printf("1-%d, ", numbers);
    printf("b back, h home, q quit > ");
    fflush(stdout);
}

static void touch_number(struct app *app, int wanted)
{
    const struct node *node = plain_node(app_scene(app, 0), wanted);
    if (node == NULL) {
        printf("There is no number %d on this screen.\n", wanted);
        return;
    }
    app_act(app, node->action, 0);
}

/* What one typed line means; false: quit. */
static bool obey(struct app *app, char *line)
{
    line[strcspn(line, "\r\n")] = '\0';
    while (isspace((unsigned char)*line))
        line++;
    if (strcmp(line, "q") == 0)
        return false;
    if (strcmp(line, "b") == 0)
        app_act(app, (struct action){ACTION_BACK, 0, 0}, 0);
    else if (strcmp(line, "h") == 0)
        app_act(app, (struct action){ACTION_HOME, 0, 0}, 0);
    else if (isdigit((unsigned char)*line))
        touch_number(app, atoi(line));
    else if (*line == '\0' && app->session.cover != COVER_NONE)
        app_act(app, (struct action){ACTION_REVEAL, 0, 0}, 0);
    else if (*line != '\0')
        printf("Type a number, b, h or q.\n");
    return true;
}

/* A line longer than the buffer is read to its end and counts as not understood. */
static bool next_line(char *line, int size)
{
    if (fgets(line, size, stdin) == NULL)
        return false;
    if (strchr(line, '\n') != NULL)
        return true;
    for (int c; (c = getchar()) != EOF && c != '\n';)
        line[0] = '?';
    return true;
}

static void converse(struct app *app)
{
    char line[LONGEST_LINE];
    print_screen(app);
    while (next_line(line, sizeof line) && obey(app, line))
        print_screen(app);
    printf("\n");
}

int content_read_command(int argc, char **argv)
{
    static struct app app;
    bool with_language = argc == 4 && strcmp(argv[2], "--language") == 0;
    if (argc != 2 && !with_language)
        return content_usage_error("read needs one folder, and nothing else but --language TAG.");
    struct content *content = content_load_or_report(argv[1], NULL);
    if (content == NULL)
        return 2;
    int language = with_language ? content_language(content, argv[3]) : 0;
    if (language < 0) {
        content_free(content);
        return content_usage_error("--language needs the tag of a language in kiosk.yaml, such as en.");
    }
    app_open(&app, (struct app_setup){content, theme_default(), metrics_plain(), usual_panel_mm(1920, 1080), true},
             1920, 1080, 0);
    if (with_language)
        app_act(&app, (struct action){ACTION_BEGIN, language, 0}, 0);
    converse(&app);
    app_close(&app);
    content_free(content);
    return 0;
}
