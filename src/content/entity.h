/* HTML entities that may stand in Markdown: &amp; &ntilde; &#241; &#xF1;. */
#ifndef IOP_ENTITY_H
#define IOP_ENTITY_H

#include <stddef.h>

/* Writes the character of an entity ("&amp;", length bytes) as UTF-8 into out (room for 4) and returns its
 * bytes: never more than length. 0 if it is unknown. */
size_t entity_decode(const char *entity, size_t length, char *out);

#endif
