/* How often a text stands in what another process may write:  peek PID TEXT  prints a number. Status 3 if nobody may
 * look, as for every user but root. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static size_t count_in(int memory, unsigned long from, unsigned long to, const char *text)
{
    const size_t size = to - from, length = strlen(text);
    size_t found = 0;
    char *bytes = malloc(size);
    const ssize_t got = bytes != NULL ? pread(memory, bytes, size, (off_t)from) : -1;
    for (ssize_t i = 0; i + (ssize_t)length <= got; i++)
        found += memcmp(bytes + i, text, length) == 0;
    free(bytes);
    return found;
}

int main(int argc, char **argv)
{
    char path[64], line[512];
    size_t found = 0;
    if (argc != 3)
        return fputs("Usage: peek PID TEXT\n", stderr), 2;
    snprintf(path, sizeof path, "/proc/%.20s/mem", argv[1]);
    const int memory = open(path, O_RDONLY | O_CLOEXEC);
    snprintf(path, sizeof path, "/proc/%.20s/maps", argv[1]);
    FILE *maps = fopen(path, "r");
    if (memory < 0 || maps == NULL)
        return 3;
    while (fgets(line, sizeof line, maps) != NULL) {
        unsigned long from = 0, to = 0;
        char access[8] = "";
        if (sscanf(line, "%lx-%lx %7s", &from, &to, access) == 3 && access[1] == 'w')
            found += count_in(memory, from, to, argv[2]);
    }
    fclose(maps);
    printf("%zu\n", found);
    return 0;
}
