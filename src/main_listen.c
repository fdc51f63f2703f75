/* iop-content read --speech: what the voice would say after each key, from a script or line by line. */
#include "main_content.h"

#include "app.h"
#include "focus.h"
#include "tables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "Lines of a script: a key (down, up, left, right, next, previous, select, back, home, help, repeat, pause,\n"
    "slower, faster, louder, quieter, headphones_in, headphones_out, read_aloud);\n"
    "\"find NAME\" (the right arrow until keys rest on the thing of that name),\n"
    "\"listen\" (to the end of the screen), \"wait SECONDS\", \"touch\" (a finger beside everything), quit.\n";

enum { LONGEST_LINE = 128, MOST_STEPS = 500, SECOND_MS = 1000 };

struct listener {
    struct app *app;
    int64_t now_ms;
    bool rests; /* a text was said, and its end not reported */
};

/* ---- what is heard --------------------------------------------------------------------------------- */

static void print_one(struct listener *listener, const struct speech *speech)
{
    switch (speech->kind) {
    case SPEECH_SAY:
        printf("    %s: %s\n", speech->language, speech->text);
        listener->rests = true;
        break;
    case SPEECH_CHIME:
        printf("    (a soft tone)\n");
        break;
    case SPEECH_PAUSE:
        printf("    (holds)\n");
        break;
    case SPEECH_RESUME:
        printf("    (goes on)\n");
        break;
    case SPEECH_FORGET:
        printf("    (forgets everything)\n");
        break;
    case SPEECH_STOP:
    case SPEECH_NONE:
        break;
    }
}

static void hear(struct listener *listener, bool aloud)
{
    struct speech speech;
    app_scene(listener->app, listener->now_ms);
    while (app_speech(listener->app, &speech))
        if (aloud)
            print_one(listener, &speech);
}

static void give(struct listener *listener, struct input input)
{
    listener->rests = false;
    app_input(listener->app, input, listener->now_ms);
}

/* To the end of what the voice says by itself. */
static void listen(struct listener *listener)
{
    for (int i = 0; i < MOST_STEPS && listener->rests; i++) {
        give(listener, (struct input){.kind = INPUT_SPOKEN});
        hear(listener, true);
    }
}

/* ---- what is done ---------------------------------------------------------------------------------- */

static bool press_key(struct listener *listener, const char *name, bool aloud)
{
    for (size_t i = 0; i < key_meaning_names.count; i++) {
        if (strcmp(key_meaning_names.list[i].name, name) != 0)
            continue;
        give(listener, (struct input){.kind = INPUT_KEY, .key = (enum input_key)key_meaning_names.list[i].value});
        hear(listener, aloud);
        return true;
    }
    return false;
}

static bool rests_on(const struct listener *listener, const char *name)
{
    const struct node *node = listener->app->focus.node;
    return node != NULL && node->name != NULL && strcmp(node->name, name) == 0;
}

/* Only the last stop is printed: who looks for something listens to the first word of each, and moves on. */
static bool find(struct listener *listener, const char *name)
{
    for (int steps = 1; steps <= MOST_STEPS; steps++) {
        press_key(listener, "right", false);
        if (!rests_on(listener, name))
            continue;
        printf("    (after %d)\n", steps);
        press_key(listener, "repeat", true);
        return true;
    }
    fprintf(stderr, "iop-content: there is nothing named \"%s\" to rest on.\n", name);
    return false;
}

static void wait(struct listener *listener, int seconds)
{
    for (int i = 0; i < seconds; i++) {
        listener->now_ms += SECOND_MS;
        app_input(listener->app, (struct input){.kind = INPUT_NONE}, listener->now_ms);
        hear(listener, true);
        if (listener->rests)
            give(listener, (struct input){.kind = INPUT_SPOKEN}); /* a second is enough for the short texts of a wait */
        hear(listener, true);
    }
}

static void touch(struct listener *listener)
{
    give(listener, (struct input){.kind = INPUT_PRESS, .x = 1, .y = 1});
    hear(listener, true);
    give(listener, (struct input){.kind = INPUT_RELEASE, .x = 1, .y = 1});
    hear(listener, true);
}

static bool obey(struct listener *listener, const char *line)
{
    if (strcmp(line, "listen") == 0)
        listen(listener);
    else if (strcmp(line, "touch") == 0)
        touch(listener);
    else if (strncmp(line, "wait ", 5) == 0)
        wait(listener, atoi(line + 5));
    else if (strncmp(line, "find ", 5) == 0)
        return find(listener, line + 5);
    else if (!press_key(listener, line, true)) {
        fprintf(stderr, "iop-content: \"%s\" is no line of a script.\n%s", line, help);
        return false;
    }
    return true;
}

/* What is longer is a remark, or no line of a script. */
static bool next_line(char *line, int size, FILE *script)
{
    if (fgets(line, size, script) == NULL)
        return false;
    for (int c = strchr(line, '\n') != NULL ? '\n' : ' '; c != EOF && c != '\n';)
        c = fgetc(script);
    return true;
}

bool listen_to_script(struct app *app, FILE *script)
{
    char line[LONGEST_LINE];
    struct listener listener = {.app = app};
    while (next_line(line, sizeof line, script)) {
        line[strcspn(line, "#\r\n")] = '\0';
        for (size_t end = strlen(line); end > 0 && line[end - 1] == ' '; end--)
            line[end - 1] = '\0';
        if (strcmp(line, "quit") == 0)
            return true;
        if (line[0] == '\0')
            continue;
        printf("* %s\n", line);
        if (!obey(&listener, line))
            return false;
        fflush(stdout);
    }
    return true;
}
