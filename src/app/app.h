/* The kiosk without a window: input in, rectangles to draw out. Puts session, screens, layout and paint
 * together. No SDL, no YAML, no clock: time and letters are handed in. */
#ifndef IOP_APP_H
#define IOP_APP_H

#include "damage.h"
#include "draw.h"
#include "focus.h"
#include "input.h"
#include "layout.h"
#include "paint.h"
#include "reload_state.h"
#include "screens.h"
#include "session.h"
#include "speech.h"
#include "wall.h"

/* What the app is made of; all of it outlives the app. */
struct app_setup {
    const struct content *content;
    const struct theme *theme;
    struct metrics metrics;
    float panel_mm; /* width of the panel */
    bool voice;     /* something can speak */
};

/* A press that has not ended. */
struct press {
    bool down;
    bool dragging;
    int x, y;                /* where it began */
    int scroll;              /* of the page when it began */
    const struct node *node; /* under it when it began, while still inside; dies with the scene */
};

/* What keys chose on one screen of the way back. */
struct focus_place {
    uint8_t screen;
    uint16_t subject, detail;
    struct focus_mark mark;
};

/* What keys have chosen now. It tells where a visitor was: wiped with the visit. */
struct app_focus {
    const struct node *node; /* dies with the scene */
    bool shown;              /* a key was used, and no finger since: the ring is drawn */
    int depth;               /* of the session when the scene was built */
    struct focus_place places[MAX_VIEWS];
    struct focus_mark over; /* in a dialog over the screen */
};

/* Two corners at rest open the screen of staff: held both at once, or one after the other where only one finger is
 * felt. */
struct corners {
    int64_t pressed_ms, left_ms;
    bool first_held;
    bool both;       /* two fingers lie in them */
    int64_t both_ms; /* since when */
};

/* What is being said now; what follows it is said when the voice reports its end. */
enum saying {
    SAYING_NOTHING,
    SAYING_WELCOME,   /* then which keys there are, */
    SAYING_KEYS,      /* then how to change to each other language, */
    SAYING_LANGUAGES, /* then the screen */
    SAYING_OPENING,   /* title, place, how many things; then one item after the other, */
    SAYING_ITEMS,     /* then that this is the end */
    SAYING_END,
    SAYING_ONE /* something by itself */
};

enum { SPEECH_BYTES = 8192 };

/* What is to be heard. It tells what a visitor read and chose: wiped with the visit. */
struct app_voice {
    bool forget, stop, chime, hold, resume, due; /* not yet taken by app_speech(), in this order */
    bool sounding;                               /* handed over, its end not reported */
    bool paused;
    bool headphones; /* plugged in */
    enum saying saying;
    int item;     /* number of the one that is read */
    int offered;  /* the last language that was offered */
    int told_s;   /* the seconds that were told last */
    int language; /* of bytes */
    char bytes[SPEECH_BYTES];
};

struct app {
    struct app_setup setup;
    struct wall_time wall;                                  /* all-zero: nobody knows */
    const struct reload_state *reload;                      /* for the staff; NULL if nobody keeps it */
    const struct staff_facts *facts;                        /* the same */
    unsigned read_times;                                    /* of reload, when staff asked to read once more */
    bool (*pin_fits)(const char *hash, const char *digits); /* NULL: no PIN fits */
    struct pin_lock pin_lock;                               /* of wrong PINs; no visitor's, so it outlives the visit */
    struct corners corners;
    int measured_mm; /* of the panel, by staff; 0: not measured */
    int told_mm;     /* what kiosk.yaml said of it then */
    struct session session;
    struct arena arena; /* of the scene */
    struct scene scene;
    struct frame frame;
    struct draw_list list;
    struct damage damage;
    struct press press;
    struct app_focus focus;
    struct app_voice voice;
    int cover_scroll; /* of what lies over the screen; the view below keeps its own */
    bool stale;       /* the scene must be built anew */
    bool repaint;     /* the scene stands, its picture changed: scroll, press */
};

enum app_result {
    APP_OK = 0,
    APP_WIPED = 1, /* the visit ended: drop what the platform remembers, too */
    APP_STOP = 2,
    APP_READ_FILES = 4, /* staff ask for it */
    APP_CHIME = 8       /* the same */
};

void app_open(struct app *app, struct app_setup setup, int width, int height, int64_t now_ms);

/* One input or INPUT_NONE (time passed). Returns enum app_result, or-ed. */
unsigned app_input(struct app *app, struct input input, int64_t now_ms);

/* Brings list up to date; writes the rectangles (at most MAX_DAMAGE) that must be drawn. 0: nothing changed. */
int app_draw(struct app *app, struct rect *rects, int64_t now_ms);

/* When app_input(INPUT_NONE) has something to do next; -1 = never. */
int64_t app_deadline(const struct app *app, int64_t now_ms);

/* Does an action as a touch would; for walks, previews and the terminal face. */
unsigned app_act(struct app *app, struct action action, int64_t now_ms);

/* How far what scrolls on the screen now is scrolled, in pixels: a note or a question scrolls by itself. */
int app_scroll(const struct app *app);

/* What is to be heard next: call it in a loop after app_input() and hand each to the voice. False: nothing more. The
 * text lives until the next call of anything here. Report the end of a text as INPUT_SPOKEN. */
bool app_speech(struct app *app, struct speech *out);

/* Whether there is a voice: without one, nothing speaks of sound. What is so when a visit begins holds until it ends:
 * no button changes under a finger because a voice died and another one came. */
void app_voice(struct app *app, bool there);

/* The scene, built and laid out; valid until the next call. */
const struct scene *app_scene(struct app *app, int64_t now_ms);

/* Drops everything that could echo a visitor; the session too. */
void app_wipe(struct app *app, int64_t now_ms);

/* Tells what the clinic's wall clock shows now; whoever opens the app does, and when app_next_wall() has come. */
void app_set_wall(struct app *app, struct wall_time wall);

/* When the screen at rest looks different: the clinic opens or closes, or another day begins. False: nobody knows. */
bool app_next_wall(const struct app *app, struct wall_time *when);

/* True between visits, with no finger on the screen. */
bool app_at_rest(const struct app *app);

/* True while the screen of staff is open. */
bool app_of_staff(const struct app *app);

/* Shows other content from now on, and all of it anew: the theme and pictures may have changed with it. Only at
 * rest. The old content is not needed any more. panel_mm: width of the panel. */
void app_change_content(struct app *app, const struct content *content, float panel_mm, int64_t now_ms);

void app_close(struct app *app);

#endif
