/* The kiosk and the real voice: what a visitor hears of it is nothing here, for the loudspeaker is one that nobody
 * hears; but it takes its time as a real one does. */
#include "memory.h"
#include "processes.h"
#include "voicelink.h"
#include "voicewire.h"

#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const char LONG_TEXT[] = "This takes a while to say, and nobody will wait for it to end, because something "
                                "else happens in the middle of it, as it does in the life of every kiosk.";

struct stage {
    struct voicelink *link;
    bool finished; /* a text was heard to its end */
};

static struct stage stage;

static void hear_for(int milliseconds)
{
    struct pollfd news = {.fd = voice_descriptor(stage.link), .events = voice_events(stage.link)};
    poll(&news, 1, milliseconds);
    stage.finished |= voice_heard(stage.link);
}

static bool is_available(void *context)
{
    (void)context;
    hear_for(0);
    return voice_available(stage.link);
}

static bool is_silent(void *context)
{
    return !is_available(context);
}

static bool has_trouble(void *context)
{
    (void)context;
    hear_for(0);
    return voice_trouble(stage.link) != NULL;
}

static bool is_finished(void *context)
{
    (void)context;
    hear_for(0);
    return stage.finished;
}

static void open_voice(const char *driver, const char *program)
{
    setenv("SDL_AUDIODRIVER", driver, 1);
    stage = (struct stage){.link = voice_open(program)};
    assert_non_null(stage.link);
}

static void close_voice(void)
{
    voice_close(stage.link);
    while (waitpid(-1, NULL, 0) > 0) {
    }
}

static void tell(enum speech_kind kind, const char *text)
{
    const struct speech speech = {kind, text, "en", SPEECH_FASTEST, SPEECH_USUAL_VOLUME};
    stage.finished = false;
    voice_send(stage.link, &speech);
}

/* A program made of one line of shell. */
static const char *script(const char *line)
{
    static char path[64];
    snprintf(path, sizeof path, "/tmp/test_voicelink.%d", (int)getpid());
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", line);
    fclose(file);
    chmod(path, 0700);
    return path;
}

static void a_text_is_heard_to_its_end(void **state)
{
    (void)state;
    open_voice("dummy", IOP_VOICE);
    assert_false(voice_available(stage.link)); /* it is not waited for */
    assert_true(comes_true(is_available, NULL));
    tell(SPEECH_SAY, "Yes.");
    assert_true(comes_true(is_finished, NULL));
    tell(SPEECH_CHIME, NULL);
    tell(SPEECH_SAY, "Yes.");
    assert_true(comes_true(is_finished, NULL));
    assert_null(voice_trouble(stage.link));
    close_voice();
}

/* The path that a descriptor of the voice leads to; "" if it is not open. */
static void leads_to(pid_t voice, int descriptor, char *path, size_t size)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/%d/fd/%d", (int)voice, descriptor);
    const ssize_t length = readlink(link, path, size - 1);
    path[length > 0 ? length : 0] = '\0';
}

static void a_voice_holds_nothing_open_of_whoever_started_it(void **state)
{
    (void)state;
    enum { DESCRIPTORS = 64 };
    char path[256];
    const int left = open(script("exit 0"), O_RDONLY); /* stays open over a start of another program */
    assert_true(left >= 0);
    open_voice("dummy", IOP_VOICE);
    assert_true(comes_true(is_available, NULL));
    const pid_t voice = process_child(getpid());
    for (int descriptor = 0; descriptor < DESCRIPTORS; descriptor++) {
        leads_to(voice, descriptor, path, sizeof path);
        assert_null(strstr(path, "test_voicelink"));
        if (descriptor <= STDERR_FILENO)
            assert_string_equal(path, "/dev/null");
    }
    close_voice();
    close(left);
    unlink(script("exit 0"));
}

static void after_a_visit_the_next_visitor_is_heard(void **state)
{
    (void)state;
    open_voice("dummy", IOP_VOICE);
    for (int visit = 0; visit < 3; visit++) {
        tell(SPEECH_SAY, LONG_TEXT);
        tell(SPEECH_FORGET, NULL);
        tell(SPEECH_SAY, "Yes.");
        assert_true(comes_true(is_finished, NULL));
        assert_true(voice_available(stage.link));
    }
    close_voice();
}

static void a_voice_that_dies_in_the_middle_of_a_sentence_comes_back(void **state)
{
    (void)state;
    open_voice("dummy", IOP_VOICE);
    assert_true(comes_true(is_available, NULL));
    tell(SPEECH_SAY, LONG_TEXT);
    kill(process_child(getpid()), SIGKILL);
    assert_true(comes_true(is_finished, NULL)); /* or who reads on would wait for ever */
    assert_true(comes_true(is_available, NULL));
    tell(SPEECH_SAY, "Yes.");
    assert_true(comes_true(is_finished, NULL));
    close_voice();
}

static void a_voice_that_dies_again_and_again_is_silent_until_the_next_visit(void **state)
{
    (void)state;
    open_voice("dummy", IOP_VOICE);
    for (int i = 0; i < VOICE_STARTS_MAX; i++) {
        assert_true(comes_true(is_available, NULL));
        kill(process_child(getpid()), SIGKILL);
        assert_true(comes_true(is_silent, NULL));
    }
    assert_int_equal(voice_descriptor(stage.link), -1);
    tell(SPEECH_SAY, LONG_TEXT);
    tell(SPEECH_STOP, NULL);
    tell(SPEECH_FORGET, NULL);
    assert_true(comes_true(is_available, NULL));
    kill(process_child(getpid()), SIGKILL); /* with the next visitor counting begins anew */
    assert_true(comes_true(is_silent, NULL));
    assert_true(comes_true(is_available, NULL));
    close_voice();
}

static void a_program_that_is_not_there_is_said_and_the_kiosk_goes_on(void **state)
{
    (void)state;
    open_voice("dummy", "/nowhere/iop-voice");
    assert_true(comes_true(has_trouble, NULL));
    assert_non_null(strstr(voice_trouble(stage.link), "--voice"));
    tell(SPEECH_SAY, LONG_TEXT);
    tell(SPEECH_FORGET, NULL);
    assert_false(voice_available(stage.link));
    close_voice();
}

static void missing_speech_data_name_their_package(void **state)
{
    (void)state;
    open_voice("dummy", script("exec " IOP_VOICE " --speech-data /nowhere \"$@\""));
    assert_true(comes_true(has_trouble, NULL));
    assert_non_null(strstr(voice_trouble(stage.link), "espeak-ng-data"));
    assert_false(voice_available(stage.link));
    close_voice();
}

static void without_a_sound_card_that_is_said_and_the_next_visit_tries_again(void **state)
{
    (void)state;
    open_voice("no-such-driver", IOP_VOICE);
    for (int visit = 0; visit < 3; visit++) {
        assert_true(comes_true(has_trouble, NULL));
        assert_non_null(strstr(voice_trouble(stage.link), "loudspeaker"));
        assert_false(voice_available(stage.link));
        tell(SPEECH_SAY, LONG_TEXT);
        tell(SPEECH_FORGET, NULL);
    }
    assert_int_not_equal(voice_descriptor(stage.link), -1);
    close_voice();
}

static void nothing_is_said_into_a_file(void **state)
{
    (void)state;
    setenv("SDL_DISKAUDIOFILE", script(""), 1);
    open_voice("disk", IOP_VOICE);
    assert_true(comes_true(has_trouble, NULL));
    assert_false(voice_available(stage.link));
    close_voice();
}

static void a_voice_that_does_not_listen_holds_nobody_up_and_is_ended_by_the_visit(void **state)
{
    (void)state;
    open_voice("dummy", script("trap '' TERM; exec sleep 3"));
    for (int i = 0; i < 5000; i++) {
        tell(SPEECH_STOP, NULL);
        tell(SPEECH_SAY, LONG_TEXT);
    }
    assert_int_equal(voice_events(stage.link), POLLIN | POLLOUT);
    const int before = process_child(getpid());
    tell(SPEECH_FORGET, NULL);
    assert_int_equal(voice_events(stage.link), POLLIN); /* nothing waits any more */
    assert_int_not_equal(process_child(getpid()), 0);
    assert_int_not_equal(before, 0);
    close_voice();
}

static bool waits_in_memory(void)
{
    return memory_holds(LONG_TEXT, sizeof LONG_TEXT - 1, 1);
}

static void words_that_waited_in_vain_are_erased(void **state)
{
    (void)state;
    memory_mark();
    open_voice("dummy", script("trap '' TERM; exec sleep 3"));
    for (int i = 0; i < 5000; i++)
        tell(SPEECH_SAY, LONG_TEXT);
    assert_true(waits_in_memory());
    tell(SPEECH_STOP, NULL);
    assert_false(waits_in_memory());
    tell(SPEECH_FORGET, NULL);
    close_voice();
}

static void a_kiosk_without_a_voice_goes_on(void **state)
{
    (void)state;
    assert_int_equal(voice_descriptor(NULL), -1);
    assert_false(voice_available(NULL));
    assert_false(voice_heard(NULL));
    assert_null(voice_trouble(NULL));
    voice_send(NULL, &(struct speech){.kind = SPEECH_SAY, .text = "Yes."});
    voice_close(NULL);
}

static bool has_ended(void *context)
{
    const pid_t *pid = context;
    return process_ended(*pid);
}

/* A process of its own plays the kiosk, and is killed. */
static void a_kiosk_that_is_killed_takes_its_voice_along(void **state)
{
    (void)state;
    int ready[2];
    char byte;
    assert_int_equal(pipe(ready), 0);
    const pid_t kiosk = fork();
    if (kiosk == 0) {
        open_voice("dummy", IOP_VOICE);
        tell(SPEECH_SAY, LONG_TEXT);
        comes_true(is_available, NULL);
        _exit(write(ready[1], "!", 1) != 1 || pause());
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    pid_t waiter = process_child(kiosk), speaker = process_child(waiter);
    assert_true(waiter > 0 && speaker > 0);
    kill(kiosk, SIGKILL);
    waitpid(kiosk, NULL, 0);
    assert_true(comes_true(has_ended, &waiter));
    assert_true(comes_true(has_ended, &speaker));
}

static int cleans_up(void **state)
{
    (void)state;
    return unlink(script(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_heard_to_its_end),
        cmocka_unit_test(a_voice_holds_nothing_open_of_whoever_started_it),
        cmocka_unit_test(after_a_visit_the_next_visitor_is_heard),
        cmocka_unit_test(a_voice_that_dies_in_the_middle_of_a_sentence_comes_back),
        cmocka_unit_test(a_voice_that_dies_again_and_again_is_silent_until_the_next_visit),
        cmocka_unit_test(a_program_that_is_not_there_is_said_and_the_kiosk_goes_on),
        cmocka_unit_test(missing_speech_data_name_their_package),
        cmocka_unit_test(without_a_sound_card_that_is_said_and_the_next_visit_tries_again),
        cmocka_unit_test(nothing_is_said_into_a_file),
        cmocka_unit_test(a_voice_that_does_not_listen_holds_nobody_up_and_is_ended_by_the_visit),
        cmocka_unit_test(words_that_waited_in_vain_are_erased),
        cmocka_unit_test(a_kiosk_without_a_voice_goes_on),
        cmocka_unit_test(a_kiosk_that_is_killed_takes_its_voice_along),
    };
    return cmocka_run_group_tests(tests, NULL, cleans_up);
}
