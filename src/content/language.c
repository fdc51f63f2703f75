/* Which languages are written from right to left. */
#include "content.h"

#include <string.h>
#include <strings.h>

static const char *const languages[] = {"ar",  "arc", "ckb", "dv", "fa", "he",  "iw", "ks", "lrc",
                                        "mzn", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"};
static const char *const scripts[] = {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"};

static bool is_listed(const char *const *list, size_t count, const char *word, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == length && strncasecmp(list[i], word, length) == 0)
            return true;
    return false;
}

bool language_runs_right_to_left(const struct language *language)
{
    enum { SCRIPT_LENGTH = 4 };
    if (language->direction != DIRECTION_BY_TAG)
        return language->direction == DIRECTION_RTL;
    size_t length = strcspn(language->tag, "-");
    const char *script = language->tag[length] == '-' ? language->tag + length + 1 : "";
    if (strcspn(script, "-") == SCRIPT_LENGTH)
        return is_listed(scripts, sizeof scripts / sizeof *scripts, script, SCRIPT_LENGTH);
    return is_listed(languages, sizeof languages / sizeof *languages, language->tag, length);
}
