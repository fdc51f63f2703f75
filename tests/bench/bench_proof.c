/* How long the proof of each check takes on one core. Prints numbers, judges nothing.
 *
 *   bench_proof            the checks of this repository
 *   bench_proof FOLDER     those of that content folder */
#include "load.h"
#include "proof.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 5 };

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* The fastest of a few runs: what the work costs, without what else the machine does. */
static double measure(const struct screening *screening)
{
    double best = 0;
    for (int run = 0; run < RUNS; run++) {
        struct problems *problems = calloc(1, sizeof *problems);
        double start = now_ms();
        prove_screening(screening, problems);
        double taken = now_ms() - start;
        if (problems->count > 0) {
            problems_print(problems, stderr, false);
        }
        problems_free(problems);
        free(problems);
        best = run == 0 || taken < best ? taken : best;
    }
    return best;
}

int main(int count, char **arguments)
{
    struct problems *problems = calloc(1, sizeof *problems);
    struct content *content = content_load(count > 1 ? arguments[1] : IOP_SOURCE_DIR "/content", problems);
    double sum = 0;
    if (content == NULL) {
        problems_print(problems, stderr, false);
        return 1;
    }
    for (size_t i = 0; i < content->all_screening_count; i++) {
        double taken = measure(&content->screenings[i]);
        sum += taken;
        printf("%-20s %9.1f ms\n", content->screenings[i].id, taken);
    }
    printf("%-20s %9.1f ms\n", "all", sum);
    content_free(content);
    problems_free(problems);
    free(problems);
    return 0;
}
