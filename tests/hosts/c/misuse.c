/* What a C program may do wrong with innovation_json.h, and what it is then told. */
#include "innovation_json.h"
#include "../../c/check.h"

/* Checks that a call was refused with this code at this place, and forgets it. */
static void told(InnovationError *error, const char *code, const char *path, int line) {
    bool good = error->status != INNOVATION_OK && error->code && strcmp(error->code, code) == 0 &&
                strcmp(error->path, path) == 0 && *error->message;
    ++*(good ? &passed : &failed);
    if (!good) {
        printf("line %d: expected %s at %s, got %s at %s\n", line, code, path,
               error->code ? error->code : "nothing", error->path ? error->path : "nothing");
    }
    innovation_error_clear(error);
    CHECK(error->status == INNOVATION_OK && error->document == NULL);
}

#define TOLD(code, path) told(&error, code, path, __LINE__)

static InnovationError error;

static char *text(const char *operation, const char *request, const InnovationOptions *options) {
    return innovation_text(operation, request, request ? strlen(request) : 0, options, &error);
}

static void text_that_is_none(void) {
    CHECK(!text("contract.version", "", NULL));
    TOLD("contract.not-json", "");
    CHECK(!text("contract.version", NULL, NULL));
    TOLD("contract.not-json", "");
    CHECK(!innovation_text("contract.version", NULL, 3, NULL, &error));
    TOLD("contract.null-pointer", "");
    CHECK(!text("contract.version", "{\"\xed\xa0\x80\":1}", NULL)); /* a lone surrogate */
    TOLD("contract.not-utf8", "");
    CHECK(!text(NULL, "{}", NULL));
    TOLD("contract.null-pointer", "");
    CHECK(!text("contract.versions", "{}", NULL));
    CHECK(error.hint && strstr(error.hint, "contract.version"));
    TOLD("contract.unknown-operation", "");
}

static void values(void) {
    cJSON *version = innovation_json("contract.version", NULL, NULL, &error);
    CHECK(version && error.status == INNOVATION_OK);
    cJSON_Delete(version);

    cJSON *request = cJSON_Parse("{\"people\":[{\"a/b~\":0}]}");
    cJSON *person = cJSON_GetArrayItem(cJSON_GetObjectItem(request, "people"), 0);
    cJSON_SetNumberValue(cJSON_GetObjectItem(person, "a/b~"), NAN);
    CHECK(!innovation_json("people.profile", request, NULL, &error));
    TOLD("contract.invalid-value", "/people/0/a~1b~0");
    cJSON_Delete(request);

    request = cJSON_CreateObject();
    cJSON_AddStringToObject(request, "ids", "\xff");
    CHECK(!innovation_json("evaluate.rubrics", request, NULL, &error));
    TOLD("contract.not-utf8", "");
    cJSON_Delete(request);

    request = cJSON_CreateArray();
    CHECK(!innovation_json("contract.version", request, NULL, &error));
    TOLD("contract.invalid-value", "");
    cJSON_Delete(request);
}

/* Text of every plane comes back as it went in. */
static void far_letters(void) {
    const char *id = "é–患者😀";
    cJSON *request = cJSON_Parse("{\"people\":[{\"role\":\"nurse\"}]}");
    cJSON_AddStringToObject(cJSON_GetObjectItem(request, "people")->child, "id", id);
    cJSON *answer = innovation_json("people.profile", request, NULL, &error);
    cJSON *person = cJSON_GetArrayItem(cJSON_GetObjectItem(answer, "persons"), 0);
    const char *found = cJSON_GetStringValue(cJSON_GetObjectItem(person, "id"));
    CHECK(found && strcmp(found, id) == 0);
    cJSON_Delete(answer);
    cJSON_Delete(request);
    innovation_error_clear(&error);
}

static void limits(void) {
    CHECK(!text("contract.version", "{ }", &(InnovationOptions){.limits = "{\"bytes\":2}"}));
    TOLD("contract.too-large", "");
    CHECK(!text("contract.version", "{}", &(InnovationOptions){.limits = "{\"byte\":2}"}));
    TOLD("contract.unknown-field", "/byte");
}

static bool stop_at_three(void *user, uint64_t done, uint64_t total, double best) {
    (void)done, (void)total, (void)best;
    return ++*(int *)user < 3;
}

static void a_search_that_is_stopped(void) {
    const char *request =
        "{\"people\":[{\"id\":\"a\",\"role\":\"nurse\"},{\"id\":\"b\",\"role\":\"nurse\"},"
        "{\"id\":\"c\",\"role\":\"nurse\"},{\"id\":\"d\",\"role\":\"nurse\"},"
        "{\"id\":\"e\",\"role\":\"nurse\"},{\"id\":\"f\",\"role\":\"nurse\"}],"
        "\"tables\":{\"count\":2},\"rounds\":4,\"seed\":1,\"effort\":{\"milliseconds\":60000}}";
    int looks = 0;
    char *response = text("gather.rotate", request,
                          &(InnovationOptions){.progress = stop_at_three, .user = &looks});
    CHECK(response && strstr(response, "\"rounds\""));
    CHECK(looks == 3);
    innovation_string_free(response);
}

int main(void) {
    char why[100];
    CHECK(innovation_usable(why, sizeof why));
    text_that_is_none();
    values();
    far_letters();
    limits();
    a_search_that_is_stopped();
    return summary();
}
