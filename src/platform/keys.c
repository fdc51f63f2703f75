/* Names the keys the program listens to. */
#include "keys.h"

static const struct meaning {
    SDL_Keycode code;
    enum input_key key;
} MEANINGS[] = {
    {SDLK_TAB, KEY_NEXT},     {SDLK_UP, KEY_UP},          {SDLK_DOWN, KEY_DOWN},      {SDLK_LEFT, KEY_LEFT},
    {SDLK_RIGHT, KEY_RIGHT},  {SDLK_RETURN, KEY_ENTER},   {SDLK_KP_ENTER, KEY_ENTER}, {SDLK_SPACE, KEY_ENTER},
    {SDLK_ESCAPE, KEY_BACK},  {SDLK_BACKSPACE, KEY_BACK}, {SDLK_AC_BACK, KEY_BACK},   {SDLK_HOME, KEY_HOME},
    {SDLK_AC_HOME, KEY_HOME}, {SDLK_F1, KEY_HELP},        {SDLK_h, KEY_HELP},         {SDLK_HELP, KEY_HELP},
};

enum input_key key_meaning(SDL_Keysym key)
{
    if (key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI))
        return KEY_OTHER;
    if (key.sym == SDLK_TAB && key.mod & KMOD_SHIFT)
        return KEY_PREVIOUS;
    for (size_t i = 0; i < sizeof MEANINGS / sizeof *MEANINGS; i++)
        if (MEANINGS[i].code == key.sym)
            return MEANINGS[i].key;
    return KEY_OTHER;
}
