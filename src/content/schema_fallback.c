/* What a struct holds before its file is read: the default of every row. */
#include "schema_walk.h"

#include <stdint.h>

static void set_fallback(const struct field *field, void *at)
{
    if (field->type == FIELD_NUMBER) {
        *(double *)at = field->fallback;
    } else if (field->type == FIELD_BOOLEAN) {
        *(bool *)at = field->fallback != 0;
    } else if (field->type == FIELD_INTEGER || field->type == FIELD_CHOICE) {
        *(int *)at = (int)field->fallback;
    } else if (field->type == FIELD_COLOR) {
        *(uint32_t *)at = (uint32_t)field->fallback;
    }
}

/* The memory is zero: only rows with another default have something to do. */
void set_fallbacks(const struct schema *schema, void *out)
{
    for (size_t i = 0; i < schema->field_count; i++) {
        const struct field *field = &schema->fields[i];
        void *at = (char *)out + field->offset;
        if (field->type == FIELD_MAP && !field->list) {
            set_fallbacks(field->map, at);
        } else if (field->fallback != 0 && !field->list) {
            set_fallback(field, at);
        }
    }
}
