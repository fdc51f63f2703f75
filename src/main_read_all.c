/* iop-content read --all: the words of every screen and state, one after the other, for the eye or for the ear. */
#include "main_content.h"

#include "app.h"
#include "main_reading.h"
#include "narrate.h"
#include "plain.h"
#include "tour.h"

#include <stdio.h>

/* As the voice reads a screen to its end: what opens it, then all that is read out by itself. */
static void print_speech(const struct scene *scene, const struct content *content, int language)
{
    static char bytes[SPEECH_BYTES];
    struct ear ear = {content, language};
    struct text said = text_in(bytes, sizeof bytes);
    narrate_view(scene, &ear, &said);
    printf("    %s: %s\n", content->settings.languages[language].tag, bytes);
    for (const struct node *at = narrate_next(scene, NULL); at != NULL; at = narrate_next(scene, at)) {
        ear.language = narrate_language(at, language);
        said = text_in(bytes, sizeof bytes);
        narrate_node(at, &ear, &said);
        printf("    %s: %s\n", content->settings.languages[ear.language].tag, bytes);
    }
}

/* A screen in a language, by the stop that reaches it. */
static void print_stop(struct app *app, struct reading *reading, const struct stop *stop, bool speech)
{
    const struct content *content = app->setup.content;
    int language = stop->session.language;
    reading_take(reading, app, stop);
    printf("\n======== %s (%s)%s", stop->name, content->settings.languages[language].tag,
           tour_shows_draft(content, &stop->session) ? "  DRAFT" : "");
    if (reading->place.line > 0)
        printf("  %s:%d", reading->place.file, reading->place.line);
    printf("\n");
    const struct scene *scene = app_scene(app, stop->now_ms);
    if (speech)
        print_speech(scene, content, language);
    else
        plain_print(scene, stdout);
}

void content_read_all(const struct content *content, int only, bool speech)
{
    static struct app app;
    static struct reading reading;
    struct stop stop;
    reading_app(&app, content, 1920, 1080, usual_panel_mm(1920, 1080));
    for (int language = 0; language < (int)content->settings.language_count; language++)
        for (int i = 0; (only < 0 || only == language) && tour_stop(content, i, language, &stop); i++)
            print_stop(&app, &reading, &stop, speech);
    reading_free(&reading);
    app_close(&app);
}
