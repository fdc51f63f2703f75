/* QR codes: the payload is always a text of ours, drawn by libqrencode's modules. */
#include "parts.h"

#include <qrencode.h>
#include <string.h>

struct node *code_picture(struct builder *b, struct node *parent, const char *payload, const char *purpose)
{
    struct node *node = scene_add(b->scene, parent, ROLE_CODE, LOOK_NONE);
    node_text(b->scene, node, purpose, TYPE_BODY);
    node->silent = true;
    QRcode *code = QRcode_encodeString8bit(payload, 0, QR_ECLEVEL_M);
    if (code == NULL) {
        node->hidden = true;
        return node;
    }
    size_t size = (size_t)code->width * (size_t)code->width;
    unsigned char *modules = arena_take(b->scene->arena, size);
    memcpy(modules, code->data, size);
    node->modules = modules;
    node->value = code->width;
    QRcode_free(code);
    return node;
}
