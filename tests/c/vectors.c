/* Repeats what the Rust door answered, case by case, and compares the bytes.
 *
 * The cases are in cases.bin: name, operation, request and output, each as a length of four
 * bytes (little-endian) and its bytes, then a byte that is 1 on success. Every case goes
 * through innovation_call and through the function of its operation. */
#define _GNU_SOURCE
#include "check.h"
#include <ctype.h>
#include <dlfcn.h>

typedef struct {
    char *start;
    size_t length;
} Text;

typedef InnovationStatus (*Operation)(const char *, size_t, char **, char **);

/* Reads a text into memory of its own size, so that a sanitizer sees each byte too far. */
static bool read_text(FILE *file, Text *text) {
    unsigned char size[4];
    if (fread(size, 1, 4, file) != 4) {
        return false;
    }
    text->length = size[0] | (size_t)size[1] << 8 | (size_t)size[2] << 16 | (size_t)size[3] << 24;
    text->start = malloc(text->length ? text->length : 1);
    return text->start && fread(text->start, 1, text->length, file) == text->length;
}

static void compare(Text name, const char *how, Text expected, bool ok, Answer answer) {
    const char *text = ok ? answer.response : answer.error;
    const char *other = ok ? answer.error : answer.response;
    if (ok == (answer.status == INNOVATION_OK) && other == NULL && text != NULL &&
        strlen(text) == expected.length && memcmp(text, expected.start, expected.length) == 0) {
        ++passed;
    } else {
        ++failed;
        printf("%.*s through %s, status %d\n  expected %.*s\n  got      %s\n", (int)name.length,
               name.start, how, (int)answer.status, (int)expected.length, expected.start,
               answer.response ? answer.response : answer.error ? answer.error : "nothing");
    }
    innovation_string_free(answer.response);
    innovation_string_free(answer.error);
}

/* The function of an operation: exchange.toFhir is innovation_exchange_to_fhir. */
static Operation find(const char *operation) {
    char symbol[256] = "innovation_";
    size_t at = strlen(symbol);
    for (; *operation && at < sizeof symbol - 2; ++operation) {
        if (isupper((unsigned char)*operation)) {
            symbol[at++] = '_';
        }
        symbol[at++] = *operation == '.' ? '_' : (char)tolower((unsigned char)*operation);
    }
    symbol[at] = '\0';
    void *address = dlsym(RTLD_DEFAULT, symbol);
    Operation function = NULL;
    memcpy(&function, &address, sizeof function);
    return function;
}

static void replay(Text name, Text operation, Text request, Text output, bool ok) {
    char *called = strndup(operation.start, operation.length);
    compare(name, "innovation_call", output, ok, call(called, request.start, request.length));

    Operation function = find(called);
    if (function) {
        Answer answer = ANSWER;
        answer.status = function(request.start, request.length, &answer.response, &answer.error);
        compare(name, "its own function", output, ok, answer);
    } else if (ok || !memmem(output.start, output.length, "contract.unknown-operation", 26)) {
        ++failed;
        printf("%s has no function\n", called);
    }
    free(called);
}

int main(int count, char **arguments) {
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file) {
        fprintf(stderr, "usage: vectors cases.bin\n");
        return EXIT_FAILURE;
    }
    for (int byte; (byte = fgetc(file)) != EOF;) {
        ungetc(byte, file);
        Text name = {0}, operation = {0}, request = {0}, output = {0};
        int ok = EOF;
        if (read_text(file, &name) && read_text(file, &operation) && read_text(file, &request) &&
            read_text(file, &output) && (ok = fgetc(file)) != EOF) {
            replay(name, operation, request, output, ok == 1);
        } else {
            ++failed;
            printf("the file of cases is cut off\n");
            fseek(file, 0, SEEK_END);
        }
        free(name.start);
        free(operation.start);
        free(request.start);
        free(output.start);
    }
    fclose(file);
    return summary();
}
