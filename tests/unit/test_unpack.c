/* The process that unpacks foreign pictures, and the kiosk that believes it nothing. */
#include "bpf.h"
#include "folder.h"
#include "keeper.h"
#include "picturefile.h"
#include "pictures.h"
#include "processes.h"
#include "raster.h"
#include "sealable.h"
#include "unpack.h"
#include "unpackparts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <poll.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

static struct folder folder;
static const struct picture_size SMALL = {10, 10};

static int opens(void **state)
{
    (void)state;
    folder = tiny_folder();
    return 0;
}

static int closes(void **state)
{
    (void)state;
    folder_delete(&folder);
    return 0;
}

static const char *path_of(const char *name)
{
    static char path[PATH_SIZE];
    path_under(path, folder.path, name);
    return path;
}

static void saves_png(const char *name, int width, int height)
{
    uint32_t *pixels = calloc((size_t)width * (size_t)height, sizeof *pixels);
    assert_non_null(pixels);
    assert_true(raster_save_png(&(struct pixmap){pixels, width, height, width}, path_of(name)));
    free(pixels);
}

/* Drawn by SDL2_image, which takes for ever. */
static void saves_endless_svg(const char *name)
{
    folder_write(&folder, name,
                 "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><path d='M0 50H99999999' "
                 "stroke='#112233' stroke-width='9' stroke-dasharray='0.001 0.001'/></svg>");
}

/* ---- files ------------------------------------------------------------------------------------------------------ */

static void assert_refused(const char *name, const char *cause)
{
    const struct loaded loaded = picture_file_load(folder.path, name, SMALL);
    assert_null(loaded.surface);
    assert_null(loaded.vector);
    assert_string_equal(loaded.cause, cause);
}

static void what_is_no_ordinary_file_is_not_read(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(path_of("pipe.png"), 0600), 0);
    assert_int_equal(mkdir(path_of("folder.png"), 0700), 0);
    assert_refused("pipe.png", "it is not a file");
    assert_refused("folder.png", "it is not a file");
}

static void a_picture_is_one_by_its_name(void **state)
{
    (void)state;
    static const char *const wrong[] = {"photo.jpg",  "photo",        "photo.png.txt",  ".png",
                                        "/photo.png", "../photo.png", "a/../photo.png", ""};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(picture_name_ok(wrong[i]));
    assert_true(picture_name_ok("photo.png") && picture_name_ok("a/b..c/photo.SVG"));
}

static void a_file_that_is_too_large_is_not_read(void **state)
{
    (void)state;
    saves_png("long.png", 20, 20);
    const struct loaded loaded = picture_file_load(folder.path, "long.png", SMALL);
    assert_non_null(loaded.surface);
    SDL_FreeSurface(loaded.surface);
    assert_int_equal(truncate(path_of("long.png"), PICTURE_BYTES_MAX + 1), 0);
    assert_refused("long.png", "it is empty or larger than 8 MiB");
}

/* The file may grow between two looks at it. */
static void nor_does_the_one_who_unpacks_take_it(void **state)
{
    (void)state;
    const char *cause;
    saves_png("long.png", 20, 20);
    assert_int_equal(truncate(path_of("long.png"), PICTURE_BYTES_MAX + 1), 0);
    const int file = open(path_of("long.png"), O_RDONLY | O_CLOEXEC);
    assert_null(unpack_picture(file, false, SMALL, &cause));
    close(file);
}

static void a_picture_with_a_side_that_is_too_long_is_refused(void **state)
{
    (void)state;
    saves_png("wide.png", PICTURE_SIDE_MAX + 1, 2);
    assert_refused("wide.png", "it is larger than 4096 pixels in one direction");
}

/* ---- the process that unpacks -------------------------------------------------------------------------------------
 */

enum { STEPS_MAX = 4096 };

/* The filter that holds for a process, read from the kernel; 0 steps if it is nobody's business. */
static size_t filter_of(pid_t process, struct sock_filter *steps)
{
    const int get_filter = 0x420C; /* PTRACE_SECCOMP_GET_FILTER, which the C library's enum lacks */
    if (ptrace(PTRACE_SEIZE, process, NULL, NULL) != 0 || ptrace(PTRACE_INTERRUPT, process, NULL, NULL) != 0)
        return 0;
    assert_int_equal(waitpid(process, NULL, __WALL), process);
    const long count = ptrace((enum __ptrace_request)get_filter, process, NULL, steps);
    ptrace(PTRACE_DETACH, process, NULL, NULL);
    return count > 0 ? (size_t)count : 0;
}

#if defined(__x86_64__)
static const uint32_t HERE = AUDIT_ARCH_X86_64;
#else
static const uint32_t HERE = AUDIT_ARCH_AARCH64;
#endif

static void the_one_who_unpacks_may_open_nothing_and_connect_to_nobody(void **state)
{
    (void)state;
    static struct sock_filter steps[STEPS_MAX];
    static const int refused[] = {SYS_openat,  SYS_connect, SYS_socket,  SYS_execve,
                                  SYS_sendmsg, SYS_ioctl,   SYS_unlinkat};
    if (!can_be_sealed())
        skip();
    assert_true(unpack_start());
    saves_png("first.png", 20, 20);
    const struct loaded loaded =
        picture_file_load(folder.path, "first.png", SMALL); /* it is at work, so it is sealed */
    assert_non_null(loaded.surface);
    SDL_FreeSurface(loaded.surface);
    const size_t count = filter_of(keeper_process(KEEPER_PICTURES), steps);
    if (count == 0 && geteuid() != 0)
        skip();
    assert_true(count > 0);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        uint32_t answer = 0;
        assert_true(bpf_run(steps, count, &(struct seccomp_data){.nr = refused[i], .arch = HERE}, &answer));
        assert_int_not_equal(answer, SECCOMP_RET_ALLOW);
    }
}

static pid_t worker;

static bool works(void *context)
{
    (void)context;
    return (worker = process_child(keeper_process(KEEPER_PICTURES))) > 0;
}

static bool has_ended(void *context)
{
    (void)context;
    return process_ended(worker);
}

static bool dumps_nothing(pid_t process)
{
    char path[64], line[256];
    bool nothing = false;
    snprintf(path, sizeof path, "/proc/%d/limits", (int)process);
    FILE *limits = fopen(path, "r");
    assert_non_null(limits);
    while (fgets(line, sizeof line, limits) != NULL) {
        unsigned long soft = 1;
        if (sscanf(line, "Max core file size %lu", &soft) == 1)
            nothing = soft == 0;
    }
    fclose(limits);
    return nothing;
}

static bool keeps_cores(void *context)
{
    (void)context;
    return dumps_nothing(worker);
}

static void a_picture_that_takes_for_ever_ends_with_its_process(void **state)
{
    (void)state;
    const struct rlimit cores = {4096, RLIM_INFINITY};
    setrlimit(RLIMIT_CORE, &cores);
    saves_endless_svg("endless.svg");
    assert_true(unpack_start());
    const pid_t kiosk = fork();
    if (kiosk == 0) {
        const struct loaded loaded = picture_file_load(folder.path, "endless.svg", SMALL);
        _exit(loaded.surface == NULL ? 0 : 1);
    }
    int status = 1;
    assert_true(comes_true(works, NULL));
    assert_true(comes_true(keeps_cores, NULL));
    assert_int_equal(waitpid(kiosk, &status, 0), kiosk);
    assert_int_equal(status, 0);
    assert_true(comes_true(has_ended, NULL));
}

/* ---- one who lies ------------------------------------------------------------------------------------------------ */

static struct lie {
    int result, width, height;
} lie;

static void lies(const void *message, const int *descriptors)
{
    (void)message;
    static const uint32_t pixels[64 * 1024];
    size_t left = (size_t)lie.width * (size_t)lie.height * sizeof *pixels;
    if (write(descriptors[1], &lie, sizeof lie) != (ssize_t)sizeof lie)
        return;
    while (left > 0) {
        const ssize_t written = write(descriptors[1], pixels, left < sizeof pixels ? left : sizeof pixels);
        if (written <= 0)
            return;
        left -= (size_t)written;
    }
}

/* NULL if it was not believed; else what was made of it. */
static SDL_Surface *believed(int result, int width, int height, const char **cause)
{
    lie = (struct lie){result, width, height};
    assert_true(keeper_start(KEEPER_PICTURES, lies, SEAL_PICTURES));
    const int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
    SDL_Surface *picture = unpack_picture(file, false, SMALL, cause);
    close(file);
    return picture;
}

static void what_it_says_is_believed_within_limits_only(void **state)
{
    (void)state;
    const char *cause = "";
    SDL_Surface *picture = believed(UNPACK_DONE, 12, 10, &cause);
    assert_non_null(picture);
    SDL_FreeSurface(picture);
    assert_null(believed(UNPACK_DONE, 9, 10, &cause));
    assert_null(believed(UNPACK_DONE, 10, 9, &cause));
    assert_null(believed(UNPACK_DONE, -10, -10, &cause));
    assert_null(believed(UNPACK_DONE, PICTURE_SIDE_MAX + 1, 10, &cause));
    assert_null(believed(UNPACK_DONE, 10, PICTURE_SIDE_MAX + 1, &cause));
    assert_null(believed(UNPACK_RESULTS, 0, 0, &cause));
    assert_string_equal(cause, "it is damaged, or takes too long to draw");
    assert_null(believed(-1, 0, 0, &cause));
    assert_string_equal(cause, "it is damaged, or takes too long to draw");
}

/* As in a container that allows no seccomp. In a process of its own, since a demand has no way back. */
static _Noreturn void ends_unsealed(bool demanded)
{
    const struct scmp_arg_cmp asked = SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP);
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp), 0);
    seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, &asked);
    if (seccomp_load(filter) != 0)
        _exit(2);
    if (demanded)
        seal_demand();
    if (!keeper_start(KEEPER_PICTURES, lies, SEAL_PICTURES))
        _exit(2);
    pid_t ended = 0;
    for (int tenths = demanded ? 100 : 3; tenths > 0 && ended == 0; tenths--) {
        poll(NULL, 0, 100);
        ended = waitpid(keeper_process(KEEPER_PICTURES), NULL, WNOHANG);
    }
    _exit(ended > 0);
}

static bool keeper_ends_unsealed(bool demanded)
{
    int status = 0;
    const pid_t child = fork();
    if (child == 0)
        ends_unsealed(demanded);
    assert_true(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) <= 1);
    return WEXITSTATUS(status) == 1;
}

static void a_helper_that_must_be_sealed_and_cannot_be_ends(void **state)
{
    (void)state;
    assert_true(keeper_ends_unsealed(true));
    assert_false(keeper_ends_unsealed(false));
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, opens, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(what_is_no_ordinary_file_is_not_read),
        STORY(a_picture_is_one_by_its_name),
        STORY(a_file_that_is_too_large_is_not_read),
        STORY(nor_does_the_one_who_unpacks_take_it),
        STORY(a_picture_with_a_side_that_is_too_long_is_refused),
        STORY(the_one_who_unpacks_may_open_nothing_and_connect_to_nobody),
        STORY(a_picture_that_takes_for_ever_ends_with_its_process),
        STORY(what_it_says_is_believed_within_limits_only),
        STORY(a_helper_that_must_be_sealed_and_cannot_be_ends),
    };
    return cmocka_run_group_tests_name("unpack", tests, NULL, NULL);
}
