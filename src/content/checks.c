/* The cross checks, theme by theme. */
#include "loading.h"

void check_content(struct loading *loading)
{
    (void)loading;
}
