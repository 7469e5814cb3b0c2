/* What a host may do wrong, and what it then gets: a status, never a crash. */
#include "check.h"
#include <math.h>
#include <stdint.h>

static void null_pointers(void) {
    REFUSED(call(NULL, "{}", 2), INNOVATION_CONTRACT_NULL_POINTER, "the name is NULL");
    REFUSED(call("contract.version", NULL, 2), INNOVATION_CONTRACT_NULL_POINTER, "length is 2");
    REFUSED(call("contract.version", NULL, 0), INNOVATION_CONTRACT_NOT_JSON, "EOF");
    REFUSED(call(NULL, NULL, 9), INNOVATION_CONTRACT_NULL_POINTER, "the name is NULL");
    innovation_string_free(NULL);
    ++passed;

    Answer answer = ANSWER;
    answer.status = innovation_contract_version(NULL, 1, &answer.response, &answer.error);
    REFUSED(answer, INNOVATION_CONTRACT_NULL_POINTER, "the request is NULL");
}

static void unwanted_outputs(void) {
    char *text = (char *)1;
    CHECK(innovation_call("contract.version", "{}", 2, NULL, NULL) == INNOVATION_OK);
    CHECK(innovation_call("contract.version", "[", 1, NULL, NULL) == INNOVATION_CONTRACT_NOT_JSON);
    CHECK(innovation_call(NULL, NULL, 1, NULL, NULL) == INNOVATION_CONTRACT_NULL_POINTER);

    CHECK(innovation_call("contract.version", "{}", 2, NULL, &text) == INNOVATION_OK);
    CHECK(text == NULL);
    text = (char *)1;
    CHECK(innovation_call("contract.version", "[", 1, &text, NULL) == INNOVATION_CONTRACT_NOT_JSON);
    CHECK(text == NULL);
}

static void text_that_is_no_json(void) {
    const char *version = "contract.version";
    REFUSED(call(version, "", 0), INNOVATION_CONTRACT_NOT_JSON, "EOF");
    REFUSED(call(version, "{\0}", 3), INNOVATION_CONTRACT_NOT_JSON, "line");
    REFUSED(call(version, "{}\0", 3), INNOVATION_CONTRACT_NOT_JSON, "trailing");
    REFUSED(call(version, "{\"a\0b\":1}", 9), INNOVATION_CONTRACT_NOT_JSON, "control character");
    REFUSED(call(version, "{\"a\":1,\"a\":1}", 13), INNOVATION_CONTRACT_DUPLICATE_KEY, "\"/a\"");
    REFUSED(call(version, "{\"a\":1}", 7), INNOVATION_CONTRACT_UNKNOWN_FIELD, "\"/a\"");

    /* Only as many bytes are read as the length says: the rest is not JSON. */
    ANSWERED(call(version, "{}nonsense", 2), "\"contract\":1");
}

static void text_that_is_no_utf8(void) {
    REFUSED(call("contract.version", "{\"\xff\":1}", 7), INNOVATION_CONTRACT_NOT_UTF8, "\"validUpTo\":2");
    REFUSED(call("contract.version", "\xc3", 1), INNOVATION_CONTRACT_NOT_UTF8, "\"validUpTo\":0");
    REFUSED(call("contract.version", "\xed\xa0\x80", 3), INNOVATION_CONTRACT_NOT_UTF8, "\"validUpTo\":0");
    REFUSED(call("contract.v\xe9rsion", "{}", 2), INNOVATION_CONTRACT_NOT_UTF8, "the name");
    REFUSED(call_with("contract.version", "{}", "{\"\xff\":1}", NULL, NULL),
            INNOVATION_CONTRACT_NOT_UTF8, "the text of the limits");
}

static void names(void) {
    REFUSED(call("", "{}", 2), INNOVATION_CONTRACT_UNKNOWN_OPERATION, "contract.operations");
    REFUSED(call("people.profil", "{}", 2), INNOVATION_CONTRACT_UNKNOWN_OPERATION, "people.profile");
    REFUSED(call("%s%n", "{}", 2), INNOVATION_CONTRACT_UNKNOWN_OPERATION, "%s%n");
    REFUSED(call("test.panic", "{}", 2), INNOVATION_CONTRACT_UNKNOWN_OPERATION, "test.panic");

    size_t length = 1 << 20;
    char *name = malloc(length + 1);
    memset(name, 'x', length);
    name[length] = '\0';
    REFUSED(call(name, "{}", 2), INNOVATION_CONTRACT_UNKNOWN_OPERATION, "xxx");
    free(name);
}

/* 200 MB of opening brackets: past the limit on bytes and, where that is raised, on depth. */
static void far_too_much(void) {
    size_t length = 200u * 1000 * 1000;
    char *brackets = malloc(length + 1);
    memset(brackets, '[', length);
    brackets[length] = '\0';
    REFUSED(call("contract.version", brackets, length), INNOVATION_CONTRACT_TOO_LARGE, "bytes");
    REFUSED(call_with("contract.version", brackets, "{\"bytes\":4000000000}", NULL, NULL),
            INNOVATION_CONTRACT_TOO_LARGE, "levels");
    REFUSED(call_with("contract.version", brackets, "{\"bytes\":4000000000,\"depth\":4000000000}",
                      NULL, NULL),
            INNOVATION_CONTRACT_TOO_LARGE, "levels");
    REFUSED(call("contract.version", brackets, SIZE_MAX), INNOVATION_CONTRACT_TOO_LARGE, "bytes");
    free(brackets);
}

static void limits(void) {
    const char *version = "contract.version";
    ANSWERED(call_with(version, "{}", NULL, NULL, NULL), "\"contract\":1");
    ANSWERED(call_with(version, "{}", "{}", NULL, NULL), "\"contract\":1");
    ANSWERED(call_with(version, "{}", "{\"bytes\":2}", NULL, NULL), "\"contract\":1");
    REFUSED(call_with(version, "{ }", "{\"bytes\":2}", NULL, NULL), INNOVATION_CONTRACT_TOO_LARGE,
            "the limit is 2");
    REFUSED(call_with(version, "{}", "", NULL, NULL), INNOVATION_CONTRACT_NOT_JSON, "in the limits");
    REFUSED(call_with(version, "{}", "{\"byte\":2}", NULL, NULL), INNOVATION_CONTRACT_UNKNOWN_FIELD,
            "did you mean \\\"bytes\\\"?");
    REFUSED(call_with(version, "{}", "{\"depth\":-1}", NULL, NULL), INNOVATION_CONTRACT_INVALID_VALUE,
            "\"/depth\"");
    REFUSED(call_with(version, "{}", "{\"bytes\":5000000000}", NULL, NULL),
            INNOVATION_CONTRACT_INVALID_VALUE, "\"/bytes\"");
}

/* The user's data of a progress function: how often it was called, and when it says stop. */
typedef struct {
    int calls, last;
    bool sane;
} Steps;

static bool step(void *user, uint64_t done, uint64_t total, double best) {
    Steps *steps = user;
    steps->sane = steps->sane && (total == 0 || done <= total) && !isinf(best);
    return ++steps->calls < steps->last;
}

/* A minute of search, which the host stops at the third look: the best so far comes back. */
static void a_progress_function_that_stops(void) {
    const char *request =
        "{\"people\":[{\"id\":\"a\",\"role\":\"nurse\"},{\"id\":\"b\",\"role\":\"nurse\"},"
        "{\"id\":\"c\",\"role\":\"nurse\"},{\"id\":\"d\",\"role\":\"nurse\"},"
        "{\"id\":\"e\",\"role\":\"nurse\"},{\"id\":\"f\",\"role\":\"nurse\"}],"
        "\"tables\":{\"count\":2},\"rounds\":4,\"seed\":1,\"effort\":{\"milliseconds\":60000}}";
    Steps steps = {0, 3, true};
    Answer answer = call_with("gather.rotate", request, NULL, step, &steps);
    if (answer.status != INNOVATION_CONTRACT_UNKNOWN_OPERATION) {
        ANSWERED(answer, "\"rounds\"");
        CHECK(steps.calls <= 3 && steps.sane);
        return;
    }
    innovation_string_free(answer.error);
    answer = call_with("contract.version", "{}", NULL, step, &steps);
    ANSWERED(answer, "\"contract\":1"); /* quick, so never asked */
    CHECK(steps.calls == 0);
}

static void facts(void) {
    CHECK(innovation_abi_version() == INNOVATION_ABI_VERSION);
    CHECK(strcmp(innovation_version(), INNOVATION_VERSION) == 0);
    CHECK(strcmp(innovation_status_name(INNOVATION_OK), "ok") == 0);
    CHECK(strcmp(innovation_status_name(INNOVATION_GATHER_INFEASIBLE), "gather.infeasible") == 0);
    CHECK(strcmp(innovation_status_name(-1), "unknown") == 0);
    CHECK(strcmp(innovation_status_name(INT32_MAX), "unknown") == 0);
    CHECK(strlen(innovation_status_description(INNOVATION_CONTRACT_NOT_UTF8)) > 0);
    CHECK(strlen(innovation_status_description(INT32_MIN)) > 0);
}

int main(void) {
    null_pointers();
    unwanted_outputs();
    text_that_is_no_json();
    text_that_is_no_utf8();
    names();
    far_too_much();
    limits();
    a_progress_function_that_stops();
    facts();
    return summary();
}
