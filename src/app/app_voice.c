/* Decides what is said when: screens as they open, what keys rest on, what has changed; and stops at any touch. */
#include "app_parts.h"

#include "narrate.h"
#include "wipe.h"

#include <string.h>

_Static_assert((int)SLOWEST_RATE == (int)SPEECH_SLOWEST && (int)FASTEST_RATE == (int)SPEECH_FASTEST &&
                   (int)USUAL_RATE == (int)SPEECH_USUAL_RATE && (int)LOUDEST_VOLUME == SPEECH_VOLUMES - 1,
               "a visit and the voice agree on speed and volume");

enum { SOON_S = 60, TELL_EVERY_S = 10, TELL_SELDOM_S = 60 };

static bool can_speak(const struct app *app)
{
    return app->setup.voice;
}

static bool reads(const struct app *app)
{
    return app->session.reading && can_speak(app);
}

static struct ear ear_of(const struct app *app)
{
    return (struct ear){app->setup.content, app->session.language};
}

/* ---- one text ------------------------------------------------------------------------------------ */

/* All that is said is written into one buffer, which the end of a visit erases. */
static struct text begin(struct app *app, int language)
{
    struct app_voice *voice = &app->voice;
    wipe(voice->bytes, sizeof voice->bytes);
    voice->language = language;
    return text_in(voice->bytes, sizeof voice->bytes);
}

static void hand_over(struct app *app, enum saying saying, const struct text *said)
{
    struct app_voice *voice = &app->voice;
    voice->saying = said->length > 0 ? saying : SAYING_NOTHING;
    voice->due = said->length > 0;
    voice->paused = voice->resume = false;
}

/* Silence, and what was to be said is not said any more. */
static void hush(struct app *app)
{
    struct app_voice *voice = &app->voice;
    voice->stop = voice->stop || voice->sounding || voice->paused;
    voice->sounding = voice->due = voice->paused = voice->resume = false;
    voice->saying = SAYING_NOTHING;
}

/* ---- a screen read from its top ------------------------------------------------------------------ */

static void say_sentence(struct app *app, const struct words *sentence, int language, enum saying saying)
{
    struct text said = begin(app, language);
    struct ear ear = {app->setup.content, language};
    spoken_say(&said, &ear, ear_words(&ear, sentence));
    hand_over(app, saying, &said);
}

static void say_opening(struct app *app)
{
    struct ear ear = ear_of(app);
    struct text said = begin(app, ear.language);
    narrate_view(&app->scene, &ear, &said);
    hand_over(app, SAYING_OPENING, &said);
}

static void say_node(struct app *app, const struct node *node, enum saying saying)
{
    struct ear ear = ear_of(app);
    struct text said = begin(app, narrate_language(node, ear.language));
    narrate_node(node, &ear, &said);
    hand_over(app, saying, &said);
}

/* How to change to each other language is said in that language. */
static bool say_other_language(struct app *app)
{
    struct app_voice *voice = &app->voice;
    int count = (int)app->setup.content->settings.language_count;
    do
        voice->offered++;
    while (voice->offered == app->session.language);
    if (voice->offered >= count)
        return false;
    say_sentence(app, &app->setup.content->speech.other_language, voice->offered, SAYING_LANGUAGES);
    return true;
}

static const struct node *item_number(const struct app *app, int number)
{
    const struct node *item = narrate_next(&app->scene, NULL);
    for (; item != NULL && number > 0; number--)
        item = narrate_next(&app->scene, item);
    return item;
}

/* What is read is what is chosen: whoever presses an arrow goes on from there, whoever looks sees where. Items are
 * counted, for a countdown builds its screen anew meanwhile. */
static void read_on(struct app *app, int number)
{
    const struct node *item = item_number(app, number);
    if (item == NULL) {
        say_sentence(app, &app->setup.content->speech.end, app->session.language, SAYING_END);
        return;
    }
    if (!app_covered(app)) {
        focus_show(app);
        focus_take(app, item);
    }
    app->voice.item = number;
    say_node(app, item, SAYING_ITEMS);
}

static void say_next(struct app *app)
{
    switch (app->voice.saying) {
    case SAYING_WELCOME:
        say_sentence(app, &app->setup.content->speech.keys, app->session.language, SAYING_KEYS);
        break;
    case SAYING_KEYS:
    case SAYING_LANGUAGES:
        if (!say_other_language(app))
            say_opening(app);
        break;
    case SAYING_OPENING:
        read_on(app, 0);
        break;
    case SAYING_ITEMS:
        read_on(app, app->voice.item + 1);
        break;
    case SAYING_END:
    case SAYING_ONE:
    case SAYING_NOTHING:
        app->voice.saying = SAYING_NOTHING;
        break;
    }
}

void voice_said(struct app *app, int64_t now_ms)
{
    if (!app->voice.sounding)
        return;
    app->voice.sounding = false;
    app_scene(app, now_ms);
    if (!reads(app))
        return;
    if (!app_covered(app) && app->voice.saying != SAYING_NOTHING)
        session_touch(&app->session, now_ms); /* who listens is there */
    say_next(app);
}

/* ---- what happens -------------------------------------------------------------------------------- */

/* What makes a screen another one to those who listen. */
struct voice_place voice_place(const struct app *app)
{
    const struct session *session = &app->session;
    const struct view *view = session_view(session);
    return (struct voice_place){.screen = view->screen,
                                .subject = view->subject,
                                .item = view->screen == SCREEN_QUESTION ? view->detail : 0,
                                .depth = session->depth,
                                .language = session->language,
                                .term = session->term,
                                .cover = session->cover,
                                .staff = session->staff.page,
                                .asking = session->asking,
                                .reading = session->reading};
}

static bool same_place(const struct voice_place *a, const struct voice_place *b)
{
    return a->screen == b->screen && a->subject == b->subject && a->item == b->item && a->depth == b->depth &&
           a->language == b->language && a->term == b->term && a->cover == b->cover && a->staff == b->staff &&
           a->asking == b->asking;
}

static void say_change(struct app *app, struct action action)
{
    char bytes[SPEECH_BYTES];
    struct ear ear = ear_of(app);
    struct text change = text_in(bytes, sizeof bytes);
    narrate_change(&app->scene, &ear, action, &app->session, &change);
    if (change.length > 0) {
        struct text said = begin(app, ear.language);
        text_add(&said, bytes);
        hand_over(app, SAYING_ONE, &said);
    }
    wipe(bytes, sizeof bytes);
}

/* By a key the visitor hears which keys there are; by a touch, that it worked. */
static void begin_reading(struct app *app, struct action action)
{
    app->voice.offered = -1;
    if (app->session.by_keys)
        say_sentence(app, &app->setup.content->speech.welcome, app->session.language, SAYING_WELCOME);
    else
        say_change(app, action);
    session_by_keys(&app->session); /* who listens needs time */
}

void voice_follow(struct app *app, const struct voice_place *before, struct action action, int64_t now_ms)
{
    struct voice_place now = voice_place(app);
    if (!can_speak(app))
        return;
    if (now.asking && !before->asking)
        app->voice.chime = app->session.volume > 0;
    if (!now.reading && !before->reading)
        return;
    app_scene(app, now_ms);
    if (now.reading && !before->reading)
        begin_reading(app, action);
    else if (!now.reading)
        say_change(app, action);
    else if (!same_place(before, &now))
        say_opening(app);
    else
        say_change(app, action);
}

/* Ten seconds are soon enough: who listens to a number a second hears nothing else. */
void voice_tick(struct app *app, int seconds_left, int64_t now_ms)
{
    struct app_voice *voice = &app->voice;
    int every = seconds_left > SOON_S ? TELL_SELDOM_S : TELL_EVERY_S;
    bool tells = seconds_left > 0 && seconds_left % every == 0 && seconds_left != voice->told_s;
    bool counts = app->session.asking || session_is_cleaned(&app->session);
    if (!reads(app) || !counts || voice->sounding || voice->due || !tells)
        return;
    app_scene(app, now_ms);
    voice->told_s = seconds_left;
    struct ear ear = ear_of(app);
    struct text said = begin(app, ear.language);
    spoken_count(&said, &ear, &app->setup.content->speech.seconds_left, seconds_left, 0);
    hand_over(app, SAYING_ONE, &said);
}

void voice_rests_on(struct app *app)
{
    if (reads(app) && app->focus.node != NULL)
        say_node(app, app->focus.node, SAYING_ONE);
}

void voice_interrupted(struct app *app)
{
    hush(app);
}

void voice_wiped(struct app *app)
{
    bool headphones = app->voice.headphones; /* they are of the kiosk, not of the visit */
    wipe(&app->voice, sizeof app->voice);
    app->voice.headphones = headphones;
    app->voice.forget = true;
}

void voice_goodbye(struct app *app, int language)
{
    say_sentence(app, &app->setup.content->speech.goodbye, language, SAYING_ONE);
}

/* ---- keys ---------------------------------------------------------------------------------------- */

static void repeat(struct app *app)
{
    struct app_voice *voice = &app->voice;
    enum saying saying = voice->saying;
    bool anything = voice->bytes[0] != '\0';
    hush(app);
    voice->saying = saying == SAYING_NOTHING ? SAYING_ONE : saying;
    voice->due = anything;
}

static void hold_or_go_on(struct app *app)
{
    struct app_voice *voice = &app->voice;
    if (voice->paused)
        voice->resume = true;
    voice->paused = voice->sounding && !voice->paused;
    voice->hold = voice->paused;
}

bool voice_holds(struct app *app, enum input_key key)
{
    if (!reads(app) || app_covered(app) || (key != KEY_REPEAT && key != KEY_PAUSE))
        return false;
    if (key == KEY_REPEAT)
        repeat(app);
    else
        hold_or_go_on(app);
    return true;
}

struct action voice_action(const struct app *app, enum input_key key)
{
    bool on = app->session.reading;
    if (!can_speak(app))
        return (struct action){ACTION_NONE, 0, 0};
    if (key == KEY_READ_ALOUD)
        return (struct action){ACTION_READ_ALOUD, !on, 0};
    if (key == KEY_HEADPHONES_IN || key == KEY_HEADPHONES_OUT)
        return (struct action){ACTION_READ_ALOUD, key == KEY_HEADPHONES_IN, 0};
    if (key == KEY_SLOWER || key == KEY_FASTER)
        return (struct action){ACTION_RATE, key == KEY_FASTER ? 1 : -1, 0};
    if (key == KEY_QUIETER || key == KEY_LOUDER)
        return (struct action){ACTION_VOLUME, key == KEY_LOUDER ? 1 : -1, 0};
    return (struct action){ACTION_NONE, 0, 0};
}

void voice_headphones(struct app *app, enum input_key key)
{
    if (key == KEY_HEADPHONES_IN || key == KEY_HEADPHONES_OUT)
        app->voice.headphones = key == KEY_HEADPHONES_IN;
}

/* ---- what the platform asks ---------------------------------------------------------------------- */

void app_voice(struct app *app, bool there)
{
    if (session_view(&app->session)->screen == SCREEN_ATTRACT)
        app->setup.voice = there;
}

static bool take(bool *due)
{
    bool was = *due;
    *due = false;
    return was;
}

static enum speech_kind next_kind(struct app_voice *voice)
{
    if (take(&voice->forget))
        return SPEECH_FORGET;
    if (take(&voice->stop))
        return SPEECH_STOP;
    if (take(&voice->chime))
        return SPEECH_CHIME;
    if (take(&voice->hold))
        return SPEECH_PAUSE;
    if (take(&voice->resume))
        return SPEECH_RESUME;
    if (!take(&voice->due))
        return SPEECH_NONE;
    voice->sounding = true;
    return SPEECH_SAY;
}

bool app_speech(struct app *app, struct speech *out)
{
    enum speech_kind kind = next_kind(&app->voice);
    const struct settings *settings = &app->setup.content->settings;
    *out = (struct speech){.kind = kind,
                           .text = kind == SPEECH_SAY ? app->voice.bytes : NULL,
                           .language = settings->languages[app->voice.language].tag,
                           .words_per_minute = app->session.rate,
                           .volume = app->session.volume};
    return kind != SPEECH_NONE;
}
