/* Gives each rule of the audit its code, and a way to mend what breaks it. */
#include "audit_report.h"

#include "problem_codes.h"

static const char shorten[] = "use shorter words, or fewer of them";

static const struct mending {
    enum problem_code code;
    const char *fix;
} mendings[RULE_COUNT] = {
    [RULE_INSIDE] = {PROBLEM_LAYOUT_TEXT, shorten},
    [RULE_FITS] = {PROBLEM_LAYOUT_TEXT, shorten},
    [RULE_WHOLE] = {PROBLEM_LAYOUT_TEXT, shorten},
    [RULE_OVERLAP] = {PROBLEM_LAYOUT_TEXT, shorten},
    [RULE_WINDOW] = {PROBLEM_LAYOUT_TEXT, shorten},
    [RULE_TARGET] = {PROBLEM_LAYOUT_TARGET, shorten},
    [RULE_DISTANCE] = {PROBLEM_LAYOUT_TARGET, shorten},
    [RULE_LETTERS] = {PROBLEM_LAYOUT_LETTERS, "give the style in assets/theme.yaml a larger size"},
    [RULE_CONTRAST] = {PROBLEM_LAYOUT_CONTRAST, "change the colors in assets/theme.yaml"},
    [RULE_GLYPH] = {PROBLEM_NO_GLYPH, "use another letter or icon, or install a font that has it"},
    [RULE_FOCUS] = {PROBLEM_LAYOUT_WAYS, NULL},
    [RULE_HELP] = {PROBLEM_LAYOUT_WAYS, NULL},
    [RULE_EAR] = {PROBLEM_LAYOUT_WAYS, "give it words in every language"},
};

void audit_report(struct problems *problems, const struct finding *finding, int more, enum severity most)
{
    const struct mending *mending = &mendings[finding->rule];
    const struct problem_row *row = &problem_rows[mending->code];
    struct problem *problem = problems_add(problems, row->severity < most ? row->severity : most, row->code,
                                           finding->place, "%s %s", finding->thing, finding->detail);
    if (more > 0)
        problem->hint = problems_text(problems, "seen on %s, and %d times more", finding->where, more);
    else
        problem->hint = problems_text(problems, "seen on %s", finding->where);
    problem->fix = mending->fix;
}
