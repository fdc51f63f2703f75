/* Finding the maps a file is made of. */
#include "describe.h"

size_t part_index(const struct parts *parts, const struct schema *schema)
{
    size_t index = 0;
    while (index < parts->count && parts->list[index] != schema) {
        index++;
    }
    return index;
}

/* Tables never hold themselves (a test looks), so this ends. */
static void gather(struct parts *parts, const struct schema *schema) /* NOLINT(misc-no-recursion) */
{
    bool known = part_index(parts, schema) < parts->count;
    if (known || parts->count == PARTS_MAX) {
        return;
    }
    if (!schema->bare) {
        parts->list[parts->count++] = schema;
    }
    for (size_t i = 0; i < schema->field_count; i++) {
        if (schema->fields[i].map != NULL) {
            gather(parts, schema->fields[i].map);
        }
    }
}

struct parts parts_of(const struct schema *schema)
{
    struct parts parts = {0};
    gather(&parts, schema);
    return parts;
}
