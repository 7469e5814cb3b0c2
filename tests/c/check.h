/* What the C programs share: a count of checks, and the text of an answer. */
#ifndef CHECK_H
#define CHECK_H

#include <innovation.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int passed, failed;

#define CHECK(condition)                                                       \
    do {                                                                       \
        if (condition) {                                                       \
            ++passed;                                                          \
        } else {                                                               \
            ++failed;                                                          \
            printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);     \
        }                                                                      \
    } while (0)

/* Says how many checks held; nothing checked is a failure. */
static inline int summary(void) {
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* What a call gave. The pointers start as rubbish, for the library to overwrite. */
typedef struct {
    InnovationStatus status;
    char *response, *error;
} Answer;

#define ANSWER {-1, (char *)1, (char *)1}

/* Checks that a call failed with this status, says so in its error, and frees it. */
static inline void refused(Answer answer, InnovationStatus status, const char *part, int line) {
    const char *name = innovation_status_name(status);
    bool good = answer.status == status && answer.response == NULL && answer.error != NULL &&
                strncmp(answer.error, "{\"error\":{\"code\":\"", 18) == 0 &&
                strncmp(answer.error + 18, name, strlen(name)) == 0 && strstr(answer.error, part) != NULL;
    if (good) {
        ++passed;
    } else {
        ++failed;
        printf("line %d: expected %s with %s, got %d: %.200s\n", line, name, part, (int)answer.status,
               answer.error ? answer.error : "no error");
    }
    innovation_string_free(answer.response);
    innovation_string_free(answer.error);
}

/* Checks that a call succeeded with this in its response, and frees it. */
static inline void answered(Answer answer, const char *part, int line) {
    if (answer.status == INNOVATION_OK && answer.error == NULL && answer.response != NULL &&
        strstr(answer.response, part) != NULL) {
        ++passed;
    } else {
        ++failed;
        printf("line %d: expected %s, got %d: %.200s\n", line, part, (int)answer.status,
               answer.error ? answer.error : "no error");
    }
    innovation_string_free(answer.response);
    innovation_string_free(answer.error);
}

#define REFUSED(answer, status, part) refused(answer, status, part, __LINE__)
#define ANSWERED(answer, part) answered(answer, part, __LINE__)

/* A call with every argument open. */
static inline Answer call(const char *name, const char *request, size_t length) {
    Answer answer = ANSWER;
    answer.status = innovation_call(name, request, length, &answer.response, &answer.error);
    return answer;
}

static inline Answer call_with(const char *name, const char *request, const char *limits,
                               InnovationProgress progress, void *user) {
    Answer answer = ANSWER;
    answer.status = innovation_call_with(name, request, strlen(request), limits, progress, user,
                                         &answer.response, &answer.error);
    return answer;
}

#endif
