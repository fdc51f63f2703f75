/* Collects events from SDL and queues what they mean. */
#include "events.h"

#include "wipe.h"

#include <SDL_touch.h>

/* EMPTY_EVENTS: more than ever wait at once, for each burst is taken as it comes. */
enum { ROOM_FOR_ONE_EVENT = 4, EMPTY_EVENTS = 256 };

static void add(struct events *events, struct input input)
{
    const int last = (events->first + events->count - 1 + QUEUE_SIZE) % QUEUE_SIZE;
    const bool repeats = events->count > 0 && events->queue[last].kind == input.kind;
    const bool last_counts = input.kind == INPUT_MOVE || input.kind == INPUT_PAIR || input.kind == INPUT_REDRAW ||
                             input.kind == INPUT_RESIZE;
    if (repeats && last_counts)
        events->queue[last] = input;
    else if (events->count < QUEUE_SIZE)
        events->queue[(events->first + events->count++) % QUEUE_SIZE] = input;
}

static void add_all(struct events *events, struct inputs inputs)
{
    for (int i = 0; i < inputs.count; i++)
        add(events, inputs.list[i]);
}

static int pixel(float share, int size)
{
    const int place = (int)(share * (float)size);
    return place < 0 ? 0 : place >= size ? size - 1 : place;
}

static void finger(struct events *events, const SDL_TouchFingerEvent *event, enum touch_kind kind, int64_t now_ms)
{
    const struct touch touch = {kind, false, event->fingerId, pixel(event->x, events->width),
                                pixel(event->y, events->height)};
    events->felt = FELT_FINGER;
    add_all(events, pointer_feel(&events->pointer, touch, now_ms));
}

static void mouse(struct events *events, const SDL_Event *event, enum touch_kind kind, int64_t now_ms)
{
    const bool moved = kind == TOUCH_MOVE;
    const uint32_t device = moved ? event->motion.which : event->button.which;
    if (device == SDL_TOUCH_MOUSEID || (!moved && event->button.button != SDL_BUTTON_LEFT))
        return;
    const struct touch touch = {kind, true, 0, moved ? event->motion.x : event->button.x,
                                moved ? event->motion.y : event->button.y};
    events->felt = moved ? events->felt : FELT_MOUSE;
    add_all(events, pointer_feel(&events->pointer, touch, now_ms));
}

static void window(struct events *events, const SDL_WindowEvent *event)
{
    switch (event->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        events->width = event->data1;
        events->height = event->data2;
        add(events, (struct input){.kind = INPUT_RESIZE, .x = event->data1, .y = event->data2});
        return;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
        add(events, (struct input){.kind = INPUT_REDRAW});
        return;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        events->left = true;
        return;
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
        events->left = true;
        add_all(events, pointer_clear(&events->pointer));
        return;
    default:
        return;
    }
}

/* A key acts once, when it goes down. */
static void key(struct events *events, const SDL_KeyboardEvent *event, int64_t now_ms)
{
    const int code = key_number(event->keysym);
    const bool down = event->type == SDL_KEYDOWN;
    if (event->repeat || key_bounces(&events->last_key, code, down, now_ms) || !down)
        return;
    const enum input_key meaning = key_meaning(events->keys, event->keysym);
    if (meaning == KEY_OTHER && code >= SDL_SCANCODE_LCTRL && code <= SDL_SCANCODE_RGUI)
        return; /* the beginning of a chord, which must not wake the kiosk before its end */
    events->felt = FELT_KEYS;
    add(events, (struct input){.kind = INPUT_KEY, .key = meaning, .code = code});
}

/* SDL_QUIT is a window manager's wish or Alt+F4: a kiosk does not follow it, a tool in a window does. */
static void understand(struct events *events, const SDL_Event *event, int64_t now_ms)
{
    switch (event->type) {
    case SDL_FINGERDOWN:
        finger(events, &event->tfinger, TOUCH_DOWN, now_ms);
        return;
    case SDL_FINGERMOTION:
        finger(events, &event->tfinger, TOUCH_MOVE, now_ms);
        return;
    case SDL_FINGERUP:
        finger(events, &event->tfinger, TOUCH_UP, now_ms);
        return;
    case SDL_MOUSEBUTTONDOWN:
        mouse(events, event, TOUCH_DOWN, now_ms);
        return;
    case SDL_MOUSEMOTION:
        mouse(events, event, TOUCH_MOVE, now_ms);
        return;
    case SDL_MOUSEBUTTONUP:
        mouse(events, event, TOUCH_UP, now_ms);
        return;
    case SDL_MOUSEWHEEL:
        add(events, (struct input){.kind = INPUT_WHEEL, .y = event->wheel.y});
        return;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        key(events, &event->key, now_ms);
        return;
    case SDL_QUIT:
        if (events->may_close)
            add(events, (struct input){.kind = INPUT_STOP});
        return;
    case SDL_WINDOWEVENT:
        window(events, &event->window);
        return;
    default:
        return;
    }
}

/* A touch screen that was unplugged never lifts its fingers. */
static void look_at_touch_screens(struct events *events)
{
    const int touch_screens = SDL_GetNumTouchDevices();
    if (touch_screens != events->touch_screens)
        add_all(events, pointer_clear(&events->pointer));
    events->touch_screens = touch_screens;
}

void events_collect(struct events *events, int64_t now_ms)
{
    SDL_Event event;
    while (events->count + ROOM_FOR_ONE_EVENT <= QUEUE_SIZE && SDL_PollEvent(&event))
        understand(events, &event, now_ms);
    look_at_touch_screens(events);
    add_all(events, pointer_expire(&events->pointer, now_ms));
}

struct input events_take(struct events *events)
{
    if (events->count == 0)
        return (struct input){.kind = INPUT_NONE};
    const struct input input = events->queue[events->first];
    events->queue[events->first] = (struct input){0}; /* where a finger was tells what it answered */
    events->first = (events->first + 1) % QUEUE_SIZE;
    events->count--;
    return input;
}

/* SDL gives a new event the memory of one that was taken: empty ones, all waiting at once, reach all of it. */
void events_forget(struct events *events)
{
    SDL_Event empty = {.type = SDL_USEREVENT};
    for (int i = 0; i < EMPTY_EVENTS; i++)
        SDL_PushEvent(&empty);
    SDL_FlushEvent(SDL_USEREVENT);
    events->last_key.code = 0;
    events->felt = FELT_NOTHING;
    if (events->count == 0)
        wipe(events->queue, sizeof events->queue);
}
