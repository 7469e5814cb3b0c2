/* Eight threads, ten thousand calls each: the answers are right and memory does not grow. */
#include "innovation_json.h"
#include "../../c/check.h"
#include <malloc.h>
#include <pthread.h>

enum { THREADS = 8, CALLS = 10000, WARM_UP = 1000, BOUND_KB = 8 * 1024 };

static const char *const request =
    "{\"people\":[{\"id\":\"ana\",\"role\":\"nurse\",\"unit\":\"médecine\"},"
    "{\"id\":\"bo\",\"role\":\"patient\"},{\"id\":\"chi\",\"role\":\"family-carer\"},"
    "{\"id\":\"dee\",\"role\":\"nurse\"},{\"id\":\"eli\",\"role\":\"ward-manager\"}],"
    "\"ties\":[{\"a\":\"ana\",\"b\":\"dee\",\"weight\":2.5}],\"size\":3,\"seed\":1}";

/* The memory that the process holds, in kB. */
static long resident(void) {
    char line[200];
    long size = 0;
    malloc_trim(0);
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file)) {
        sscanf(line, "VmRSS: %ld kB", &size);
    }
    if (file) {
        fclose(file);
    }
    return size;
}

/* A field with a long name, so that its error is long: set by main. */
static char wrong_field[1010];

static bool is_refused(void) {
    InnovationError error;
    char *answer = innovation_text("gather.select", wrong_field, strlen(wrong_field), NULL, &error);
    bool good = !answer && strcmp(error.code, "contract.unknown-field") == 0;
    innovation_error_clear(&error);
    return good;
}

static bool go_on(void *user, uint64_t done, uint64_t total, double best) {
    (void)user, (void)done, (void)total, (void)best;
    return true;
}

static bool is_selected(const cJSON *asked) {
    InnovationError error;
    InnovationOptions watched = {.progress = go_on};
    cJSON *answer = innovation_json("gather.select", asked, &watched, &error);
    bool good = cJSON_GetArraySize(cJSON_GetObjectItem(answer, "chosen")) == 3;
    cJSON_Delete(answer);
    innovation_error_clear(&error);
    return good;
}

static bool is_answered(void) {
    InnovationError error;
    char *answer = innovation_text("contract.operations", "{}", 2, NULL, &error);
    bool good = answer && strstr(answer, "\"gather.select\"");
    innovation_string_free(answer);
    return good;
}

/* One call in four is refused, one is on values and watched, two are on text. */
static bool right(int number, const cJSON *asked) {
    switch (number % 4) {
    case 0:
        return is_refused();
    case 1:
        return is_selected(asked);
    default:
        return is_answered();
    }
}

typedef struct {
    int calls, wrong;
} Work;

static void *work(void *argument) {
    Work *mine = argument;
    cJSON *asked = cJSON_Parse(request);
    for (int i = 0; i < mine->calls; ++i) {
        mine->wrong += !right(i, asked);
    }
    cJSON_Delete(asked);
    return NULL;
}

static int all_threads(int calls) {
    pthread_t threads[THREADS];
    Work works[THREADS];
    int wrong = 0;
    for (int i = 0; i < THREADS; ++i) {
        works[i] = (Work){calls, 0};
        CHECK(pthread_create(&threads[i], NULL, work, &works[i]) == 0);
    }
    for (int i = 0; i < THREADS; ++i) {
        CHECK(pthread_join(threads[i], NULL) == 0);
        wrong += works[i].wrong;
    }
    return wrong;
}

int main(void) {
    snprintf(wrong_field, sizeof wrong_field, "{\"%0*d\":1}", 1000, 0);
    CHECK(all_threads(WARM_UP) == 0);
    long before = resident();
    CHECK(all_threads(CALLS) == 0);
    long after = resident();
    printf("%d threads x %d calls: %ld kB before, %ld kB after\n", THREADS, CALLS, before, after);
    CHECK(before > 0 && after - before <= BOUND_KB);
    return summary();
}
