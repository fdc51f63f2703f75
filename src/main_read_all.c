/* iop-content read --all: the words of every screen and state, one after the other. */
#include "main_content.h"

#include "app.h"
#include "main_reading.h"
#include "plain.h"
#include "tour.h"

#include <stdio.h>
#include <string.h>

static void print_stop(struct app *app, struct reading *reading, const struct stop *stop, const char *tag)
{
    reading_take(reading, app, stop);
    printf("\n======== %s (%s)", stop->name, tag);
    if (reading->place.line > 0)
        printf("  %s:%d", reading->place.file, reading->place.line);
    printf("\n");
    plain_print(app_scene(app, stop->now_ms), stdout);
}

static int print_all(const struct content *content, int only)
{
    static struct app app;
    static struct reading reading;
    struct stop stop;
    reading_app(&app, content, 1920, 1080, usual_panel_mm(1920, 1080));
    for (int language = 0; language < (int)content->settings.language_count; language++)
        for (int i = 0; (only < 0 || only == language) && tour_stop(content, i, language, &stop); i++)
            print_stop(&app, &reading, &stop, content->settings.languages[language].tag);
    reading_free(&reading);
    app_close(&app);
    return 0;
}

int content_read_all(int argc, char **argv)
{
    bool with_language = argc == 5 && strcmp(argv[3], "--language") == 0;
    if (argc != 3 && !with_language)
        return content_usage_error("read FOLDER --all takes nothing else but --language TAG.");
    struct content *content = content_load_or_report(argv[1], NULL);
    if (content == NULL)
        return 2;
    int only = with_language ? content_language(content, argv[4]) : -1;
    int status = with_language && only < 0
                     ? content_usage_error("--language needs the tag of a language in kiosk.yaml, such as en.")
                     : print_all(content, only);
    content_free(content);
    return status;
}
