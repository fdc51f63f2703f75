/* The two processes of the voice: what the one that speaks has heard is gone with it, and the one that waits never
 * knew. */
#include "processes.h"
#include "speech.h"
#include "voicewire.h"
#include "waiter.h"

#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct stage {
    pid_t waiter;
    int kiosk; /* our end of the socket */
};

static bool wait_really(void *context, int socket, int milliseconds)
{
    (void)context;
    struct pollfd order = {.fd = socket, .events = POLLIN};
    return poll(&order, 1, milliseconds) == 0;
}

/* A loudspeaker that takes nothing: the first word is never over. */
static bool open_nothing(void *context, int rate, struct stream *stream)
{
    (void)context;
    (void)rate;
    (void)stream;
    return true;
}

static bool works_always(void *context)
{
    (void)context;
    return true;
}

static void close_nothing(void *context)
{
    (void)context;
}

static enum voice_report_kind next_report(const struct stage *stage)
{
    struct voice_report report;
    if (recv(stage->kiosk, &report, sizeof report, 0) != (ssize_t)sizeof report)
        return 0;
    return report.kind;
}

static int opens(void **state)
{
    static struct stage stage;
    const struct voice_world world = {
        .wait = wait_really, .sound_open = open_nothing, .sound_works = works_always, .sound_close = close_nothing};
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0)
        return -1;
    stage.waiter = fork();
    if (stage.waiter == 0) {
        close(ends[0]);
        waiter_run(ends[1], synth_open(NULL), &world);
        _exit(0);
    }
    close(ends[1]);
    setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &(struct timeval){.tv_sec = 20}, sizeof(struct timeval));
    stage.kiosk = ends[0];
    *state = &stage;
    return next_report(&stage) == VOICE_READY ? 0 : -1;
}

static int closes(void **state)
{
    struct stage *stage = *state;
    close(stage->kiosk);
    return waitpid(stage->waiter, NULL, 0) == stage->waiter ? 0 : -1;
}

static void order(const struct stage *stage, enum speech_kind kind, const char *text)
{
    static struct voice_order message;
    message = (struct voice_order){.version = VOICE_WIRE_VERSION,
                                   .kind = (uint8_t)kind,
                                   .words_per_minute = SPEECH_USUAL_RATE,
                                   .volume = SPEECH_USUAL_VOLUME,
                                   .number = 1,
                                   .length = (uint32_t)strlen(text),
                                   .language = "en"};
    memcpy(message.text, text, message.length);
    send(stage->kiosk, &message, voice_order_size(&message), MSG_NOSIGNAL);
}

/* Made here and now: the program's own text, which every process of it holds, has it otherwise. */
static const char *marked_word(void)
{
    static const volatile char shifted[] = "Rvjoubqboojf"; /* each letter one further */
    static char word[sizeof shifted];
    for (size_t i = 0; i + 1 < sizeof shifted; i++)
        word[i] = (char)(shifted[i] - 1);
    return word;
}

struct knowledge {
    pid_t pid;
    const char *word;
};

static bool is_known(void *context)
{
    const struct knowledge *knowledge = context;
    return process_knows(knowledge->pid, knowledge->word) == 1;
}

static void after_a_visit_no_process_knows_what_was_said(void **state)
{
    const struct stage *stage = *state;
    struct knowledge speaker = {process_child(stage->waiter), marked_word()};
    order(stage, SPEECH_SAY, marked_word());
    assert_true(comes_true(is_known, &speaker)); /* so looking for it finds it */
    order(stage, SPEECH_FORGET, "");
    assert_int_equal(next_report(stage), VOICE_READY);
    assert_true(process_ended(speaker.pid));
    const pid_t next = process_child(stage->waiter);
    assert_int_not_equal(next, speaker.pid);
    assert_int_equal(process_knows(next, speaker.word), 0);
    assert_int_equal(process_knows(stage->waiter, speaker.word), 0);
}

static void a_speaker_that_dies_is_replaced_in_the_same_visit(void **state)
{
    const struct stage *stage = *state;
    for (int i = 1; i < WAITER_CRASHES_MAX; i++) {
        kill(process_child(stage->waiter), SIGKILL);
        assert_int_equal(next_report(stage), VOICE_LOST);
    }
    order(stage, SPEECH_FORGET, "");
    assert_int_equal(next_report(stage), VOICE_READY);
    kill(process_child(stage->waiter), SIGKILL); /* with the next visitor counting begins anew */
    assert_int_equal(next_report(stage), VOICE_LOST);
}

static void one_that_dies_again_and_again_is_given_up(void **state)
{
    const struct stage *stage = *state;
    for (int i = 1; i < WAITER_CRASHES_MAX; i++) {
        kill(process_child(stage->waiter), SIGKILL);
        assert_int_equal(next_report(stage), VOICE_LOST);
    }
    kill(process_child(stage->waiter), SIGKILL);
    assert_int_equal(next_report(stage), 0); /* the end of the line */
}

static bool has_ended(void *context)
{
    const pid_t *pid = context;
    return process_ended(*pid);
}

static void without_its_waiter_no_speaker_goes_on(void **state)
{
    const struct stage *stage = *state;
    pid_t speaker = process_child(stage->waiter);
    kill(stage->waiter, SIGKILL);
    assert_true(comes_true(has_ended, &speaker));
}

static void even_a_speaker_that_is_stuck_ends_with_the_kiosk(void **state)
{
    struct stage *stage = *state;
    pid_t speaker = process_child(stage->waiter);
    kill(speaker, SIGSTOP);
    shutdown(stage->kiosk, SHUT_RDWR);
    assert_true(comes_true(has_ended, &speaker));
    assert_true(comes_true(has_ended, &stage->waiter));
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, opens, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(after_a_visit_no_process_knows_what_was_said),
        STORY(a_speaker_that_dies_is_replaced_in_the_same_visit),
        STORY(one_that_dies_again_and_again_is_given_up),
        STORY(without_its_waiter_no_speaker_goes_on),
        STORY(even_a_speaker_that_is_stuck_ends_with_the_kiosk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
