/* What the kiosk says when no content can be read: help, in English and Spanish, and nothing else. */
#include "load.h"

#define BOTH(english, spanish)                                                                                         \
    {                                                                                                                  \
        .in = { english, spanish }                                                                                     \
    }

static const struct language languages[] = {{"en", "English"}, {"es", "Español"}};

static const struct content fallback = {
    .settings = {.clinic_name = "",
                 .languages = languages,
                 .language_count = 2,
                 .warn_after_s = 120,
                 .answer_within_s = 30,
                 .veil_after_s = 30},
    .home =
        {
            .attract_title = BOTH("Help is here", "Aquí hay ayuda"),
            .attract_text =
                BOTH("This screen is not ready. People are.", "Esta pantalla no está lista. Las personas sí."),
            .attract_begin = BOTH("Touch for help", "Toque para recibir ayuda"),
            .attract_privacy = BOTH("Nothing you touch is saved.", "Nada de lo que toque se guarda."),
            .attract_crisis = BOTH("In a crisis, call or text 988. In danger, call 911.",
                                   "En una crisis, llame o mande un texto al 988. En peligro, llame al 911."),
            .attract_staff = BOTH("The front desk is glad to help you.", "En recepción le ayudan con gusto."),
            .title = BOTH("Please ask the front desk", "Pregunte en recepción, por favor"),
            .text = BOTH("The pages of this screen cannot be shown right now.",
                         "Las páginas de esta pantalla no se pueden mostrar ahora."),
            .privacy_icon = "lock",
        },
    .help =
        {
            .title = BOTH("You deserve help right now", "Usted merece ayuda ahora"),
            .text = BOTH("This screen does not tell anyone. Please talk to a person: they want to hear from you.",
                         "Esta pantalla no le avisa a nadie. Hable con una persona, por favor: quieren escucharle."),
            .desk_title = BOTH("In this building?", "¿Está en este edificio?"),
            .desk_text = BOTH("Tell anyone at the front desk: “I need help now.”",
                              "Dígale a cualquiera en recepción: “Necesito ayuda ahora”."),
            .emergency_title = BOTH("In danger now? Call 911", "¿En peligro ahora? Llame al 911"),
            .emergency_text = BOTH("Hurt, overdose, trouble breathing, or about to be hurt.",
                                   "Heridas, sobredosis, no puede respirar bien o están por lastimarle."),
            .lifeline_title = BOTH("Call or text 988, free, day or night",
                                   "Llame o mande un texto al 988, gratis, de día o de noche"),
            .lifeline_text = BOTH("Thoughts of suicide, a crisis, or just too much.",
                                  "Pensamientos de suicidio, una crisis o todo es demasiado. En español: oprima 2."),
            .dial_title = BOTH("Call from your phone", "Llame desde su teléfono"),
            .dial_text = BOTH("Point your camera here to dial 988.", "Apunte la cámara aquí para marcar el 988."),
            .no_phone = BOTH("No phone with you? The front desk will lend you one.",
                             "¿No trae teléfono? En recepción le prestan uno."),
        },
    .words =
        {
            .back = BOTH("Back", "Atrás"),
            .home = BOTH("Home", "Inicio"),
            .text_and_sound = BOTH("Text & colors", "Texto y colores"),
            .done = BOTH("I’m done", "Terminé"),
            .stop_and_erase = BOTH("Stop and erase", "Parar y borrar"),
            .erase_and_finish = BOTH("Erase and finish", "Borrar y terminar"),
            .hide_screen = BOTH("Hide screen", "Ocultar"),
            .close = BOTH("Close", "Cerrar"),
            .next = BOTH("Next", "Siguiente"),
            .next_page = BOTH("Next: ", "Sigue: "),
            .skip = BOTH("Skip", "Omitir"),
            .begin_check = BOTH("Start", "Comenzar"),
            .see_result = BOTH("See my result", "Ver mi resultado"),
            .go_on = BOTH("Go on", "Seguir"),
            .stop_here = BOTH("Stop here", "Parar aquí"),
            .more_below = BOTH("More below", "Más abajo"),
            .more_above = BOTH("More above", "Más arriba"),
            .help_question = BOTH("Need help right now?", "¿Necesita ayuda ahora?"),
            .help_bar =
                BOTH("Call or text 988 any time. In danger, call 911 or tell the front desk.",
                     "Llame o mande un texto al 988 a toda hora. En peligro, llame al 911 o avise en recepción."),
            .help_bar_short = BOTH("Call or text 988. In danger, call 911.",
                                   "Llame o mande un texto al 988. En peligro, llame al 911."),
            .get_help_now = BOTH("Get help now", "Ayuda ahora"),
            .in_this_part = BOTH("In this part", "En esta sección"),
            .touch_to_know_more = BOTH("Touch to learn more.", "Toque para saber más."),
            .checks_title = BOTH("Checks", "Cuestionarios"),
            .checks_text = BOTH("No checks can be shown right now.", "Ahora no se puede mostrar ninguno."),
            .check_nobody_told = BOTH("Nothing is saved and no one is told. If you need help, tell the front desk.",
                                      "Nada se guarda y nadie recibe aviso. Si necesita ayuda, avise en recepción."),
            .check_skip_any = BOTH("You can skip any question.", "Puede omitir cualquier pregunta."),
            .check_questions = BOTH("%d questions", "%d preguntas"),
            .question_of = BOTH("Question %d of %d", "Pregunta %d de %d"),
            .answers_stay =
                BOTH("Your answers stay on this screen only.", "Sus respuestas quedan solo en esta pantalla."),
            .not_a_diagnosis = BOTH("This is not a diagnosis.", "Esto no es un diagnóstico."),
            .not_checked = BOTH("No clinician has seen it.", "Ningún profesional lo ha visto."),
            .your_answers = BOTH("Your answers", "Sus respuestas"),
            .no_problems_chosen = BOTH("You chose none of these problems.", "No eligió ninguno de estos problemas."),
            .your_total = BOTH("%s: %d of %d", "%s: %d de %d"),
            .three_next_steps = BOTH("Next steps", "Próximos pasos"),
            .not_looked_at = BOTH("What a clinician would also look at", "Qué más miraría un profesional"),
            .result_help = BOTH("Please talk with a person now: the front desk, or 988.",
                                "Hable con alguien ahora: en recepción, o al 988."),
            .back_to_answers = BOTH("Change an answer", "Cambiar una respuesta"),
            .hidden_title = BOTH("Paused", "En pausa"),
            .hidden_text = BOTH("Touch anywhere to come back.", "Toque la pantalla para volver."),
            .veil_title = BOTH("Covered for your privacy", "Cubierto por su privacidad"),
            .still_there = BOTH("Are you still there?", "¿Sigue usted ahí?"),
            .still_there_text = BOTH("If no one touches the screen, everything here will be erased.",
                                     "Si nadie toca la pantalla, todo esto se borrará."),
            .seconds_left = BOTH("seconds", "segundos"),
            .still_here = BOTH("I’m still here", "Sigo aquí"),
            .erase_now = BOTH("Erase and finish", "Borrar y terminar"),
            .text_size = BOTH("Text size", "Tamaño del texto"),
            .text_size_names = BOTH("Small|Normal|Large|Largest", "Chico|Normal|Grande|Más grande"),
            .colors = BOTH("Colors", "Colores"),
            .color_names =
                BOTH("Calm|Black on white|White on black|Dim", "Suaves|Negro en blanco|Blanco en negro|Tenues"),
            .language = BOTH("Language", "Idioma"),
            .settings_text =
                BOTH("These go back to normal when you leave.", "Todo vuelve a lo normal cuando usted termina."),
            .sample_text = BOTH("One small step is enough for today.", "Por hoy basta con un paso pequeño."),
            .days_short = BOTH("Mon|Tue|Wed|Thu|Fri|Sat|Sun", "Lun|Mar|Mié|Jue|Vie|Sáb|Dom"),
            .parts_of_day = BOTH("Morning|Midday|Evening", "Mañana|Mediodía|Noche"),
            .yes = BOTH("Yes", "Sí"),
            .no = BOTH("No", "No"),
            .say = BOTH("You could say", "Puede decir"),
            .avoid = BOTH("Better to leave out", "Mejor no decir"),
            .call = BOTH("Call", "Llame al"),
        },
};

const struct content *content_fallback(void)
{
    return &fallback;
}
