/* iop-content read: the kiosk as plain numbered lines, for a terminal, a pipe or a screen reader. */
#include "main_content.h"

#include "app.h"
#include "plain.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
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

struct reading {
    const char *folder, *language, *script;
    bool speech, drafts, all;
};

static int read_arguments(int argc, char **argv, struct reading *reading)
{
    static const struct option known[] = {{"language", required_argument, NULL, 'l'},
                                          {"script", required_argument, NULL, 's'},
                                          {"speech", no_argument, NULL, 'v'},
                                          {"drafts", no_argument, NULL, 'r'},
                                          {"all", no_argument, NULL, 'a'},
                                          {NULL, 0, NULL, 0}};
    for (int found; (found = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (found == 'l')
            reading->language = optarg;
        else if (found == 's')
            reading->script = optarg;
        else if (found == 'v')
            reading->speech = true;
        else if (found == 'r')
            reading->drafts = true;
        else if (found == 'a')
            reading->all = true;
        else
            return content_usage_error(
                "read knows the options --language TAG, --speech, --script FILE, --drafts and --all.");
    }
    if (optind + 1 != argc)
        return content_usage_error("read needs one folder.");
    if (reading->all && reading->script != NULL)
        return content_usage_error("read takes a script of keys, or --all.");
    reading->folder = argv[optind];
    return 0;
}

/* A script speaks as the visit of somebody with headphones; without one, the lines come from the terminal. */
static int listen_to(struct app *app, const struct reading *reading)
{
    FILE *script = reading->script != NULL ? fopen(reading->script, "r") : stdin;
    if (script == NULL) {
        fprintf(stderr, "iop-content: the script %s cannot be opened: %s.\n", reading->script, strerror(errno));
        return 2;
    }
    bool understood = listen_to_script(app, script), whole = ferror(script) == 0;
    if (!whole)
        fprintf(stderr, "iop-content: the script %s cannot be read. Name a file with one key in each line.\n",
                reading->script != NULL ? reading->script : "on the standard input");
    if (script != stdin)
        fclose(script);
    return understood && whole ? 0 : 2;
}

/* One visit: as it is typed, or as a script tells. */
static int visit(const struct content *content, const struct reading *reading, int language)
{
    static struct app app;
    int status = 0;
    app_open(&app, (struct app_setup){content, theme_default(), metrics_plain(), usual_panel_mm(1920, 1080), true},
             1920, 1080, 0);
    if (reading->language != NULL)
        app_act(&app, (struct action){ACTION_BEGIN, language, 0}, 0);
    if (reading->speech || reading->script != NULL)
        status = listen_to(&app, reading);
    else
        converse(&app);
    app_close(&app);
    return status;
}

int content_read_command(int argc, char **argv)
{
    struct reading reading = {0};
    int status = read_arguments(argc, argv, &reading);
    if (status != 0)
        return status;
    struct content *content = content_load_or_report(reading.folder, (struct load_wish){.drafts = reading.drafts});
    if (content == NULL)
        return 2;
    int language = reading.language != NULL ? content_language(content, reading.language) : -1;
    if (reading.language != NULL && language < 0)
        status = content_usage_error("--language needs the tag of a language in kiosk.yaml, such as en.");
    else if (reading.all)
        content_read_all(content, language, reading.speech);
    else
        status = visit(content, &reading, language);
    content_free(content);
    return status;
}
