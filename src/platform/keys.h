/* Which key means what. Many switch boxes and kiosk keypads are keyboards that send these keys. */
#ifndef IOP_KEYS_H
#define IOP_KEYS_H

#include "input.h"

#include <SDL_keyboard.h>

enum input_key key_meaning(SDL_Keysym key);

#endif
