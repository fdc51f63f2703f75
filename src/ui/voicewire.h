/* What the kiosk and the voice, two processes, say to each other: one message a packet (SOCK_SEQPACKET, so packets
 * stay whole). Both programs are built from this header. It knows nothing of sockets, processes or sound. */
#ifndef IOP_VOICEWIRE_H
#define IOP_VOICEWIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    VOICE_WIRE_VERSION = 1,
    VOICE_TEXT_MAX = 8 * 1024, /* bytes of text in one message */
    VOICE_PARTS_MAX = 4,       /* messages that one utterance may take; what is longer is not said */
    VOICE_LANGUAGE_SIZE = 16
};

/* From the kiosk. Only the first `length` bytes of the text travel. */
struct voice_order {
    uint16_t version;
    uint8_t kind;      /* enum speech_kind */
    uint8_t continues; /* 1: further text of the utterance before; it interrupts nothing */
    uint16_t words_per_minute, volume;
    uint32_t number; /* names the utterance in reports; all its parts have the same, never 0 */
    uint32_t length; /* of the text, in bytes; 0 unless kind is SPEECH_SAY */
    char language[VOICE_LANGUAGE_SIZE];
    char text[VOICE_TEXT_MAX]; /* UTF-8, not NUL-terminated */
};

/* Bytes that travel. */
size_t voice_order_size(const struct voice_order *order);

/* Is what came in `received` bytes an order with every value in its range and text that is UTF-8 without NUL? */
bool voice_order_ok(const struct voice_order *order, size_t received);

/* How many bytes of the text fit into one message: all, or up to the end of a sentence, of a word, or of a
 * character, whichever can be had first. */
size_t voice_part(const char *text, size_t length);

enum voice_report_kind {
    VOICE_READY = 1, /* speech can be heard from now on */
    VOICE_LOST,      /* the same, but what was being said is lost */
    VOICE_FINISHED,  /* utterance `number` was heard to its end; not sent for one that was interrupted */
    VOICE_BROKEN     /* nothing will be heard during this visit; `trouble` says why */
};

enum voice_trouble {
    VOICE_NO_TROUBLE,
    VOICE_NO_SOUND,
    VOICE_NO_SPEECH_DATA,
    VOICE_NO_SEAL,    /* a seal was demanded, and the kernel closes none */
    VOICE_NO_PROGRAM, /* said by who should start it */
    VOICE_TROUBLES
};

/* From the voice. */
struct voice_report {
    uint16_t version;
    uint8_t kind;    /* enum voice_report_kind */
    uint8_t trouble; /* enum voice_trouble */
    uint32_t number;
};

bool voice_report_ok(const struct voice_report *report, size_t received);

#endif
