/* Repeats every case through innovation_json.h: as text, byte for byte, and as cJSON values.
 *
 * usage: vectors cases.bin      tests/c/vectors.c says what is in it */
#include "innovation_json.h"
#include "../../c/check.h"
#include <stdint.h>

typedef struct {
    char *start;
    uint32_t length;
} Text;

/* Cases that were not repeated as values. */
static int text_only;

static bool read_text(FILE *file, Text *text) {
    unsigned char size[4];
    if (fread(size, 1, 4, file) != 4) {
        return false;
    }
    text->length = size[0] | (uint32_t)size[1] << 8 | (uint32_t)size[2] << 16 | (uint32_t)size[3] << 24;
    text->start = calloc(text->length + 1, 1);
    return text->start && fread(text->start, 1, text->length, file) == text->length;
}

static void hold(bool held, const char *name, const char *how) {
    ++*(held ? &passed : &failed);
    if (!held) {
        printf("%s: %s\n", name, how);
    }
}

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_value(const cJSON *a, const cJSON *b) {
    char *left = a ? cJSON_PrintUnformatted(a) : NULL, *right = b ? cJSON_PrintUnformatted(b) : NULL;
    bool same = same_text(left, right);
    cJSON_free(left);
    cJSON_free(right);
    return same;
}

/* Whether an error tells all that the library wrote. */
static bool told(const InnovationError *error, const cJSON *expected) {
    const cJSON *body = cJSON_GetObjectItemCaseSensitive(expected, "error");
#define FIELD(name) cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(body, name))
    return same_text(error->code, FIELD("code")) && same_text(error->path, FIELD("path")) &&
           same_text(error->message, FIELD("message")) && same_text(error->hint, FIELD("hint")) &&
           same_value(error->details, cJSON_GetObjectItemCaseSensitive(body, "details"));
#undef FIELD
}

static void as_text(Text name, Text operation, Text request, Text output, const cJSON *expected, bool ok) {
    InnovationError error;
    char *response = innovation_text(operation.start, request.start, request.length, NULL, &error);
    hold(ok ? same_text(response, output.start) : !response && told(&error, expected), name.start, "as text");
    innovation_string_free(response);
    innovation_error_clear(&error);
}

/* What is not JSON is no case for values, nor is a NUL: it ends a text of cJSON. */
static void as_value(Text name, Text operation, Text request, const cJSON *expected, bool ok) {
    const cJSON *body = cJSON_GetObjectItemCaseSensitive(expected, "error");
    const char *code = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(body, "code"));
    cJSON *asked = cJSON_Parse(request.start);
    if (!asked || same_text(code, "contract.not-json") || strstr(request.start, "\\u0000")) {
        ++text_only;
        cJSON_Delete(asked);
        return;
    }
    InnovationError error;
    cJSON *response = innovation_json(operation.start, asked, NULL, &error);
    hold(ok ? same_value(response, expected) : !response && told(&error, expected), name.start, "as values");
    cJSON_Delete(response);
    cJSON_Delete(asked);
    innovation_error_clear(&error);
}

int main(int count, char **arguments) {
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file) {
        fprintf(stderr, "usage: vectors cases.bin\n");
        return EXIT_FAILURE;
    }
    for (int byte; (byte = fgetc(file)) != EOF;) {
        ungetc(byte, file);
        Text texts[4] = {{0}};
        int ok = EOF;
        bool whole = true;
        for (int i = 0; i < 4 && whole; ++i) {
            whole = read_text(file, &texts[i]);
        }
        if (whole && (ok = fgetc(file)) != EOF) {
            cJSON *expected = cJSON_Parse(texts[3].start);
            as_text(texts[0], texts[1], texts[2], texts[3], expected, ok == 1);
            as_value(texts[0], texts[1], texts[2], expected, ok == 1);
            cJSON_Delete(expected);
        } else {
            hold(false, arguments[1], "is cut off");
            fseek(file, 0, SEEK_END);
        }
        for (int i = 0; i < 4; ++i) {
            free(texts[i].start);
        }
    }
    fclose(file);
    printf("%d cases as text only: no JSON, or a NUL\n", text_only);
    return summary();
}
