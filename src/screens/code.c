/* QR codes: the payload is always a text of ours, drawn by libqrencode's modules. */
#include "parts.h"

#include "wipe.h"

#include <qrencode.h>
#include <string.h>

static void free_wiped(QRcode *code)
{
    wipe(code->data, (size_t)code->width * (size_t)code->width);
    QRcode_free(code);
}

/* libqrencode gives the memory that held its copies of a text back as it is. A text of the same length takes the same
 * memory anew, if nothing else was taken meanwhile: after it, nothing of the first is left. */
static void forget_copies(const char *blank)
{
    QRcode *code = QRcode_encodeString8bit(blank, 0, QR_ECLEVEL_M);
    if (code != NULL)
        free_wiped(code);
}

struct node *code_picture(struct builder *b, struct node *parent, const char *payload, const char *purpose)
{
    struct node *node = scene_add(b->scene, parent, ROLE_CODE, LOOK_NONE);
    node_text(b->scene, node, purpose, TYPE_BODY);
    node->silent = true;
    char *blank = arena_copy(b->scene->arena, payload, strlen(payload));
    memset(blank, 'n', strlen(payload));
    QRcode *code = QRcode_encodeString8bit(payload, 0, QR_ECLEVEL_M);
    forget_copies(blank);
    if (code == NULL) {
        node->hidden = true;
        return node;
    }
    size_t size = (size_t)code->width * (size_t)code->width;
    unsigned char *modules = arena_take(b->scene->arena, size);
    memcpy(modules, code->data, size);
    node->modules = modules;
    node->value = code->width;
    free_wiped(code);
    return node;
}
