/* The tables of what has its time in kiosk.yaml: opening hours, days on which it is closed, notices. */
#include "tables.h"

static const struct field hours_fields[] = {
    {.key = "days",
     .type = FIELD_BITS,
     .names = &weekday_names,
     MEMBER(struct opening_hours, days),
     .required = true,
     .help = "The days: [mon, tue, wed, thu, fri]"},
    {.key = "open",
     .type = FIELD_TIME,
     MEMBER(struct opening_hours, opens),
     .required = true,
     .help = "When the clinic opens, on the 24-hour clock: \"8:00\""},
    {.key = "close",
     .type = FIELD_TIME,
     MEMBER(struct opening_hours, closes),
     .required = true,
     .help = "When it closes: \"18:30\"; earlier than open means on the next day"},
};
const struct schema opening_hours_schema = {.name = "hours",
                                            .help = "Opening hours of some days",
                                            .size = sizeof(struct opening_hours),
                                            .has_place = true,
                                            .place_offset = offsetof(struct opening_hours, place),
                                            FIELDS(hours_fields)};

static const struct field closed_day_fields[] = {
    {.key = "date",
     .type = FIELD_DATE,
     MEMBER(struct closed_day, date),
     .required = true,
     .help = "The day on which the clinic stays closed"},
    {.key = "text",
     .type = FIELD_WORDS,
     MEMBER(struct closed_day, text),
     .help = "A few words on that day's screen: Closed for Thanksgiving"},
};
const struct schema closed_day_schema = {.name = "a closed day",
                                         .help = "A day on which the clinic stays closed",
                                         .size = sizeof(struct closed_day),
                                         .has_place = true,
                                         .place_offset = offsetof(struct closed_day, place),
                                         FIELDS(closed_day_fields)};

static const struct field notice_fields[] = {
    {.key = "from",
     .type = FIELD_DATE,
     MEMBER(struct clinic_notice, from),
     .required = true,
     .help = "The first day on which it is shown"},
    {.key = "until",
     .type = FIELD_DATE,
     MEMBER(struct clinic_notice, until),
     .required = true,
     .help = "The last day on which it is shown"},
    {.key = "text",
     .type = FIELD_WORDS,
     MEMBER(struct clinic_notice, text),
     .required = true,
     .help = "One short sentence: We are closed on Thursday"},
};
const struct schema notice_schema = {.name = "a notice",
                                     .help = "A sentence on the first screens for some days",
                                     .size = sizeof(struct clinic_notice),
                                     .has_place = true,
                                     .place_offset = offsetof(struct clinic_notice, place),
                                     FIELDS(notice_fields)};
