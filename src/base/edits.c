/* Finds the longest common subsequence of two lists of lines; screens have a few hundred at most. */
#include "edits.h"

#include <stdlib.h>
#include <string.h>

/* common[i * (new.count + 1) + j]: how many lines the rests from i and from j have in common. */
static void fill(struct line_list old, struct line_list new, int *common)
{
    int across = new.count + 1;
    for (int i = old.count - 1; i >= 0; i--)
        for (int j = new.count - 1; j >= 0; j--) {
            int *here = &common[i * across + j];
            int down = here[across], right = here[1];
            *here = strcmp(old.lines[i], new.lines[j]) == 0 ? here[across + 1] + 1 : down > right ? down : right;
        }
}

static int walk(struct line_list old, struct line_list new, const int *common, struct edit *out)
{
    int across = new.count + 1, count = 0;
    for (int i = 0, j = 0; i < old.count || j < new.count;) {
        const int *here = &common[i * across + j];
        if (i < old.count && j < new.count &&strcmp(old.lines[i], new.lines[j]) == 0) {
            out[count++] = (struct edit){EDIT_SAME, j++};
            i++;
        } else if (j == new.count || (i < old.count && here[across] >= here[1])) {
            out[count++] = (struct edit){EDIT_REMOVED, i++};
        } else {
            out[count++] = (struct edit){EDIT_ADDED, j++};
        }
    }
    return count;
}

int edits_find(struct line_list old, struct line_list new, struct edit *out)
{
    int *common = calloc((size_t)(old.count + 1) * (size_t)(new.count + 1), sizeof *common);
    if (common == NULL)
        return -1;
    fill(old, new, common);
    int count = walk(old, new, common, out);
    free(common);
    return count;
}
