/* Eight threads call at once, good requests and bad; each gets the answer that one alone gets. */
#include "check.h"
#include <pthread.h>

enum { THREADS = 8, KINDS = 4 };

static const char *const names[KINDS] = {"people.roles", "people.profile", "people.profile",
                                         "contract.nothing"};
static const char *const requests[KINDS] = {
    "{}",
    "{\"people\":[{\"id\":\"a\",\"role\":\"nurse\"},{\"id\":\"b\",\"role\":\"patient\"},"
    "{\"id\":\"c\",\"role\":\"nurse\"}],\"ties\":[{\"a\":\"a\",\"b\":\"c\",\"weight\":0.3}]}",
    "{\"people\":[]}",
    "{}"};

static Answer alone[KINDS];
static int calls = 200;

static bool same(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Counts the answers that differ from those given to one alone. */
static void *work(void *argument) {
    size_t *wrong = argument;
    for (int i = 0; i < calls; ++i) {
        int kind = i % KINDS;
        Answer answer = call(names[kind], requests[kind], strlen(requests[kind]));
        *wrong += answer.status != alone[kind].status || !same(answer.response, alone[kind].response) ||
                  !same(answer.error, alone[kind].error);
        innovation_string_free(answer.response);
        innovation_string_free(answer.error);
    }
    return NULL;
}

int main(int count, char **arguments) {
    calls = count > 1 ? atoi(arguments[1]) : calls;
    for (int kind = 0; kind < KINDS; ++kind) {
        alone[kind] = call(names[kind], requests[kind], strlen(requests[kind]));
    }
    CHECK(alone[0].status == INNOVATION_OK && alone[1].status == INNOVATION_OK);
    CHECK(alone[2].status == INNOVATION_PEOPLE_EMPTY);
    CHECK(alone[3].status == INNOVATION_CONTRACT_UNKNOWN_OPERATION);

    pthread_t threads[THREADS];
    size_t wrong[THREADS] = {0};
    for (int i = 0; i < THREADS; ++i) {
        CHECK(pthread_create(&threads[i], NULL, work, &wrong[i]) == 0);
    }
    for (int i = 0; i < THREADS; ++i) {
        CHECK(pthread_join(threads[i], NULL) == 0);
        CHECK(wrong[i] == 0);
    }
    for (int kind = 0; kind < KINDS; ++kind) {
        innovation_string_free(alone[kind].response);
        innovation_string_free(alone[kind].error);
    }
    return summary();
}
