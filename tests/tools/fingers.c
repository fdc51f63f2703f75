/* Makes a touch screen for many fingers of a mouse, for no X server without a screen has one: loaded into a kiosk by
 * LD_PRELOAD, it hands on each button but the left one as a finger of its own. With the right button down, motion moves
 * that finger. */
#include <SDL_events.h>
#include <SDL_mouse.h>
#include <SDL_video.h>
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef int poll_event(SDL_Event *event);

static poll_event *real_poll(void)
{
    static poll_event *real;
    void *found = real == NULL ? dlsym(RTLD_NEXT, "SDL_PollEvent") : NULL;
    if (found != NULL)
        memcpy(&real, &found, sizeof real);
    return real;
}

static void make_finger(SDL_Event *event, uint32_t type, int button, float x, float y)
{
    int width = 1, height = 1;
    SDL_GetWindowSize(SDL_GetWindowFromID(event->button.windowID), &width, &height);
    *event = (SDL_Event){.tfinger = {.type = type,
                                     .touchId = 1,
                                     .fingerId = button,
                                     .x = x / (float)width,
                                     .y = y / (float)height,
                                     .pressure = 1}};
}

int SDL_PollEvent(SDL_Event *event)
{
    const int got = real_poll()(event);
    if (!got || event == NULL)
        return got;
    const bool down = event->type == SDL_MOUSEBUTTONDOWN, up = event->type == SDL_MOUSEBUTTONUP;
    if ((down || up) && event->button.button != SDL_BUTTON_LEFT)
        make_finger(event, down ? SDL_FINGERDOWN : SDL_FINGERUP, event->button.button, (float)event->button.x,
                    (float)event->button.y);
    else if (event->type == SDL_MOUSEMOTION && (event->motion.state & SDL_BUTTON_RMASK) != 0)
        make_finger(event, SDL_FINGERMOTION, SDL_BUTTON_RIGHT, (float)event->motion.x, (float)event->motion.y);
    return got;
}
