/* The floor: the least that a program of SDL2 and SDL2_ttf does to show a home of five cards and a long page of
 * text, to scroll it and to come back. It draws into the window's own pixels and sleeps in SDL_WaitEvent. The kiosk
 * is measured against it.
 *
 *   bench_floor            on a screen of 1920x1080; what was drawn once is kept as a picture: the least time
 *   bench_floor --lean     keeps nothing and draws anew each time: the least memory
 *   bench_floor --places   prints where to touch it: "x y name" */
#include <SDL.h>
#include <SDL_ttf.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    WIDTH = 1920,
    HEIGHT = 1080,
    TOP = 140, /* height of the banner */
    MARGIN = 60,
    CARDS = 5,
    ACROSS = 3,
    PARTS = 12, /* of the page, each a heading and a paragraph: 864 words in all */
    PARAGRAPH_WORDS = 69,
    HEADING_WORDS = 3,
    TEXT_SIZE = 1024
};

static const SDL_Rect back_button = {1640, 25, 220, 90};
static const SDL_Color ink = {0x1d, 0x2b, 0x36, 255}, white = {255, 255, 255, 255};
static const Uint32 paper = 0xf4f1ea, teal = 0x1f5c6b, card_ground = 0xffffff;

#define LATO "/usr/share/fonts/truetype/lato/"

enum font { FONT_TITLE, FONT_HEADING, FONT_BODY, FONTS };

static const struct {
    const char *path;
    int px;
} sources[FONTS] = {
    [FONT_TITLE] = {LATO "Lato-Bold.ttf", 56},
    [FONT_HEADING] = {LATO "Lato-Bold.ttf", 38},
    [FONT_BODY] = {LATO "Lato-Regular.ttf", 30},
};

static const char *const vocabulary[] = {
    "a",     "the",   "of",     "and",     "to",     "in",       "we",      "you",      "it",       "for",      "with",
    "day",   "week",  "group",  "time",    "home",   "care",     "kind",    "people",   "others",   "morning",  "small",
    "quiet", "water", "garden", "talking", "window", "together", "several", "evenings", "practice", "question",
};
enum { VOCABULARY = sizeof vocabulary / sizeof *vocabulary };

struct floor {
    SDL_Window *window;
    TTF_Font *fonts[FONTS];
    bool lean;
    SDL_Surface *home, *page; /* unless lean: drawn when they are first shown */
    int page_height;          /* measured then */
    bool on_page, stale;
    int scroll;
    bool down;
    int from_y, from_scroll;
};

/* ---- placeholder text ----------------------------------------------------------------------------------------- */

static const char *next_word(Uint32 *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return vocabulary[(*seed >> 16) % VOCABULARY];
}

/* Sentences of nine words; the same seed gives the same text. */
static void write_words(char *text, int words, Uint32 seed)
{
    size_t length = 0;
    for (int i = 0; i < words; i++) {
        const char *end = i + 1 == words ? "" : i % 9 == 8 ? ". " : " ";
        length += (size_t)snprintf(text + length, TEXT_SIZE - length, "%s%s", next_word(&seed), end);
    }
    text[0] = (char)SDL_toupper(text[0]);
}

/* ---- drawing -------------------------------------------------------------------------------------------------- */

/* Returns the height of the text. Without a target it is only measured. */
static int draw_text(const struct floor *it, SDL_Surface *target, enum font font, SDL_Rect place, const char *text)
{
    SDL_Color color = font == FONT_TITLE ? white : ink;
    SDL_Surface *drawn = TTF_RenderUTF8_Blended_Wrapped(it->fonts[font], text, color, (Uint32)place.w);
    int height = drawn != NULL ? drawn->h : 0;
    if (target != NULL)
        SDL_BlitSurface(drawn, NULL, target, &place);
    SDL_FreeSurface(drawn);
    return height;
}

static void draw_banner(const struct floor *it, SDL_Surface *target, const char *title)
{
    SDL_FillRect(target, &(SDL_Rect){0, 0, WIDTH, TOP}, teal);
    draw_text(it, target, FONT_TITLE, (SDL_Rect){MARGIN, 34, 1500, 0}, title);
}

static SDL_Rect card_place(int card)
{
    return (SDL_Rect){MARGIN + card % ACROSS * 610, 240 + card / ACROSS * 390, 570, 350};
}

static void draw_card(const struct floor *it, SDL_Surface *target, int card)
{
    char title[TEXT_SIZE], words[TEXT_SIZE];
    SDL_Rect place = card_place(card);
    write_words(title, 4, (Uint32)card);
    write_words(words, 14, (Uint32)card + 100);
    SDL_FillRect(target, &place, teal);
    SDL_FillRect(target, &(SDL_Rect){place.x + 3, place.y + 3, place.w - 6, place.h - 6}, card_ground);
    SDL_Rect inside = {place.x + 30, place.y + 30, place.w - 60, 0};
    inside.y += draw_text(it, target, FONT_HEADING, inside, title) + 16;
    draw_text(it, target, FONT_BODY, inside, words);
}

static void draw_home(const struct floor *it, SDL_Surface *target)
{
    SDL_FillRect(target, NULL, paper);
    draw_banner(it, target, "Welcome. What would help today?");
    draw_text(it, target, FONT_BODY, (SDL_Rect){MARGIN, 164, 1800, 0}, "Touch a card. Nothing you touch is kept.");
    for (int card = 0; card < CARDS; card++)
        draw_card(it, target, card);
}

/* Returns how high it is. */
static int draw_article(const struct floor *it, SDL_Surface *target, int scroll)
{
    char text[TEXT_SIZE];
    SDL_Rect place = {160, TOP + 30 - scroll, 1600, 0};
    for (int part = 0; part < PARTS; part++) {
        write_words(text, HEADING_WORDS, (Uint32)part + 200);
        place.y += 30;
        place.y += draw_text(it, target, FONT_HEADING, place, text) + 12;
        write_words(text, PARAGRAPH_WORDS, (Uint32)part + 300);
        place.y += draw_text(it, target, FONT_BODY, place, text) + 20;
    }
    return place.y + scroll + MARGIN;
}

static void draw_page(const struct floor *it, SDL_Surface *target, int scroll)
{
    SDL_FillRect(target, NULL, paper);
    draw_article(it, target, scroll);
    draw_banner(it, target, "What the text is about");
    SDL_FillRect(target, &back_button, paper);
    draw_text(it, target, FONT_BODY, (SDL_Rect){back_button.x + 65, back_button.y + 26, 150, 0}, "Back");
}

static SDL_Surface *new_picture(int height)
{
    return SDL_CreateRGBSurfaceWithFormat(0, WIDTH, height, 32, SDL_PIXELFORMAT_RGB888);
}

static void draw_pictures(struct floor *it)
{
    if (it->on_page && it->page == NULL) {
        it->page = new_picture(it->page_height);
        draw_page(it, it->page, 0);
    } else if (!it->on_page && it->home == NULL) {
        it->home = new_picture(HEIGHT);
        draw_home(it, it->home);
    }
}

static void copy_picture(struct floor *it, SDL_Surface *screen)
{
    draw_pictures(it);
    if (!it->on_page) {
        SDL_BlitSurface(it->home, NULL, screen, NULL);
        return;
    }
    SDL_Rect part = {0, TOP + it->scroll, WIDTH, HEIGHT - TOP};
    SDL_BlitSurface(it->page, &part, screen, &(SDL_Rect){0, TOP, 0, 0});
    SDL_BlitSurface(it->page, &(SDL_Rect){0, 0, WIDTH, TOP}, screen, NULL);
}

static void show(struct floor *it)
{
    SDL_Surface *screen = SDL_GetWindowSurface(it->window);
    if (it->on_page && it->page_height == 0)
        it->page_height = draw_article(it, NULL, 0);
    if (!it->lean)
        copy_picture(it, screen);
    else if (it->on_page)
        draw_page(it, screen, it->scroll);
    else
        draw_home(it, screen);
    SDL_UpdateWindowSurface(it->window);
    it->stale = false;
}

/* ---- touch ---------------------------------------------------------------------------------------------------- */

static void touch(struct floor *it, SDL_Point at)
{
    bool opens = false;
    for (int card = 0; card < CARDS && !it->on_page; card++)
        opens = opens || SDL_PointInRect(&at, &(SDL_Rect){card_place(card).x, card_place(card).y, 570, 350});
    bool closes = it->on_page && SDL_PointInRect(&at, &back_button);
    if (!opens && !closes)
        return;
    it->on_page = opens;
    it->scroll = 0;
    it->stale = true;
}

static void drag(struct floor *it, int y)
{
    if (!it->down || !it->on_page)
        return;
    int most = it->page_height - HEIGHT, wanted = it->from_scroll + it->from_y - y;
    it->scroll = wanted < 0 ? 0 : wanted > most ? most : wanted;
    it->stale = true;
}

/* False when the program shall end. */
static bool handle(struct floor *it, const SDL_Event *event)
{
    if (event->type == SDL_QUIT)
        return false;
    if (event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_EXPOSED)
        it->stale = true;
    if (event->type == SDL_MOUSEMOTION)
        drag(it, event->motion.y);
    if (event->type == SDL_MOUSEBUTTONUP) {
        it->down = false;
        touch(it, (SDL_Point){event->button.x, event->button.y});
    }
    if (event->type == SDL_MOUSEBUTTONDOWN) {
        it->down = true;
        it->from_y = event->button.y;
        it->from_scroll = it->scroll;
    }
    return true;
}

static void run(struct floor *it)
{
    SDL_Event event;
    for (bool on = true; on;) {
        if (it->stale)
            show(it);
        on = SDL_WaitEvent(&event) == 1 && handle(it, &event);
        while (on && SDL_PollEvent(&event))
            on = handle(it, &event);
    }
}

static bool open_floor(struct floor *it)
{
    setenv("XCOMPOSEFILE", "/dev/null", 0); /* 10 ms of start */
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0)
        return false;
    for (int font = 0; font < FONTS; font++)
        if ((it->fonts[font] = TTF_OpenFont(sources[font].path, sources[font].px)) == NULL)
            return false;
    it->window = SDL_CreateWindow("floor", 0, 0, WIDTH, HEIGHT, SDL_WINDOW_BORDERLESS);
    SDL_ShowCursor(SDL_DISABLE);
    return it->window != NULL;
}

static void print_places(void)
{
    printf("%d %d card\n", card_place(0).x + 285, card_place(0).y + 175);
    printf("%d %d back\n", back_button.x + back_button.w / 2, back_button.y + back_button.h / 2);
    printf("%d %d main\n", WIDTH / 2, (TOP + HEIGHT) / 2);
}

int main(int argc, char **argv)
{
    struct floor it = {.stale = true, .lean = argc > 1 && strcmp(argv[1], "--lean") == 0};
    if (argc > 1 && strcmp(argv[1], "--places") == 0) {
        print_places();
        return 0;
    }
    if (!open_floor(&it)) {
        fprintf(stderr, "bench_floor: nothing can be shown: %s.\n", SDL_GetError());
        return 1;
    }
    run(&it);
    return 0;
}
