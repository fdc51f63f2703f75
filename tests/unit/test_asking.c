/* The proof's questions to the voice: only a voice that the proof started has an ear for them. */
#include "main_ask.h"
#include "processes.h"
#include "voicewire.h"

#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { SOCKET = 3, ASIDE = 4, FREE = 20 };

struct stage {
    pid_t voice;
    int kiosk, proof; /* our ends of its two lines */
};

static struct ask question;
static struct ask_answer answer;

static int line(int *ours, int at)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return -1;
    setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &(struct timeval){.tv_sec = 20}, sizeof(struct timeval));
    *ours = ends[0];
    const int high = fcntl(ends[1], F_DUPFD_CLOEXEC, FREE + at);
    close(ends[1]);
    return high;
}

static void become_voice(int socket, int aside, bool proves)
{
    char prove[] = "--prove";
    char *const words[] = {(char[]){"iop-voice"}, (char[]){"--socket"}, (char[]){"3"},
                           proves ? prove : NULL, (char[]){"4"},        NULL};
    dup2(socket, SOCKET);
    dup2(aside, ASIDE);
    execv(IOP_VOICE, words);
    _exit(1);
}

static struct stage opened(bool proves)
{
    struct stage stage;
    struct voice_report report = {0};
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    const int socket = line(&stage.kiosk, SOCKET), aside = line(&stage.proof, ASIDE);
    assert_true(socket >= 0 && aside >= 0);
    stage.voice = fork();
    if (stage.voice == 0)
        become_voice(socket, aside, proves);
    close(socket);
    close(aside);
    assert_int_equal(recv(stage.kiosk, &report, sizeof report, 0), sizeof report);
    assert_int_equal(report.kind, VOICE_READY);
    return stage;
}

static void closed(const struct stage *stage)
{
    close(stage->kiosk);
    close(stage->proof);
    assert_int_equal(waitpid(stage->voice, NULL, 0), stage->voice);
}

static void ask(int over, enum ask_who who)
{
    question = (struct ask){.version = ASK_VERSION, .who = (uint8_t)who, .what = ASK_MARKS, .number = 7};
    send(over, &question, ask_size(&question), MSG_NOSIGNAL);
}

static void a_voice_that_the_proof_started_answers_from_both_its_processes(void **state)
{
    (void)state;
    const struct stage stage = opened(true);
    int32_t processes[ASK_PROCESSES] = {0};
    for (enum ask_who who = 0; who < ASK_PROCESSES; who++) {
        ask(stage.proof, who);
        assert_true(recv(stage.proof, &answer, sizeof answer, 0) > 0);
        assert_int_equal(answer.number, 7);
        assert_true(answer.looked && answer.searched > 0);
        processes[who] = answer.process;
    }
    assert_int_equal(processes[ASK_WAITS], stage.voice);
    assert_int_equal(processes[ASK_SPEAKS], process_child(stage.voice));
    closed(&stage);
}

static void nonsense_over_the_line_of_the_proof_is_passed_over(void **state)
{
    (void)state;
    const struct stage stage = opened(true);
    send(stage.proof, "?", 1, 0);
    question = (struct ask){.version = ASK_VERSION, .what = ASK_MARKS, .count = ASK_MARKS_MAX};
    send(stage.proof, &question, offsetof(struct ask, marks), 0); /* marks that do not follow */
    ask(stage.proof, ASK_WAITS);
    assert_true(recv(stage.proof, &answer, sizeof answer, 0) > 0);
    assert_int_equal(answer.number, 7);
    closed(&stage);
}

/* Its line to the kiosk is the only one that it has, and what is no order ends it: without an answer. */
static void a_voice_that_serves_visitors_answers_no_question(void **state)
{
    (void)state;
    const struct stage stage = opened(false);
    ask(stage.proof, ASK_WAITS);
    assert_int_equal(recv(stage.proof, &answer, sizeof answer, 0), 0); /* nobody holds the other end */
    for (enum ask_who who = 0; who < ASK_PROCESSES; who++)
        ask(stage.kiosk, who);
    assert_true(recv(stage.kiosk, &answer, sizeof answer, 0) <= 0);
    closed(&stage);
}

int main(void)
{
    signal(SIGPIPE, SIG_IGN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_voice_that_the_proof_started_answers_from_both_its_processes),
        cmocka_unit_test(nonsense_over_the_line_of_the_proof_is_passed_over),
        cmocka_unit_test(a_voice_that_serves_visitors_answers_no_question),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
