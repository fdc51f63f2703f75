/* Problems for other programs: a JSON array with the same keys in the same order, whatever was found. */
#include "json.h"
#include "problem.h"

static const char *const severity_names[] = {[SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

static void put_member(FILE *out, const char *key, const char *text)
{
    fprintf(out, ", \"%s\": ", key);
    json_put_text(out, text);
}

static void put_problem(const struct problem *problem, FILE *out)
{
    fputs("  {\"file\": ", out);
    json_put_text(out, problem->place.file);
    fprintf(out, ", \"line\": %d, \"column\": %d", problem->place.line, problem->place.column);
    put_member(out, "severity", severity_names[problem->severity]);
    put_member(out, "code", problem->code);
    put_member(out, "message", problem->message);
    put_member(out, "hint", problem->hint);
    put_member(out, "fix", problem->fix);
    put_member(out, "excerpt", problem->excerpt);
    fputs("}", out);
}

void problems_print_json(const struct problems *problems, FILE *out)
{
    fputs("[", out);
    for (size_t i = 0; i < problems->count; i++) {
        fputs(i > 0 ? ",\n" : "\n", out);
        put_problem(problems->list[i], out);
    }
    fputs(problems->count > 0 ? "\n]\n" : "]\n", out);
}
