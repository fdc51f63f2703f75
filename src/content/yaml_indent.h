/* Lines that are indented too far, or lost what stood above them. Shared by the files of yaml_trouble only. */
#ifndef IOP_YAML_INDENT_H
#define IOP_YAML_INDENT_H

#include "yaml_trouble.h"

#include <stdbool.h>

/* One problem if the block above the trouble is to blame: it stands one space off, or has lost its dash or key. */
bool explain_block_above(const struct yaml_trouble *trouble, struct problems *problems);

/* One problem if the block above is a text whose key is gone. */
bool explain_text_without_key(const struct yaml_trouble *trouble, struct problems *problems);

/* One problem if the line to which those above the trouble belong has no colon, or no space behind it. */
bool explain_head_without_colon(const struct yaml_trouble *trouble, struct problems *problems);

/* One problem at a line that does not stand below the one where YAML gave up. */
void explain_line_off(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark line);

#endif
