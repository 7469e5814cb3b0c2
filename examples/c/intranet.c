/* A page of an intranet: who is brought together, who sits with whom, and will it last?
 *
 * usage: intranet FOLDER [fr|en]      FOLDER holds what ../hosts holds */
#define _GNU_SOURCE
#include "innovation_json.h"
#include <sys/random.h>

static const char *folder;
static const cJSON *words;

_Noreturn static void stop(const char *what, const char *why) {
    fprintf(stderr, "%s: %s\n", what, why);
    exit(EXIT_FAILURE);
}

/* A file of the folder as text, for free. */
static char *file(const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *stream = fopen(path, "rb");
    char *text = NULL;
    size_t size = 0;
    if (!stream || getdelim(&text, &size, '\0', stream) < 0) {
        stop(path, "cannot be read");
    }
    fclose(stream);
    return text;
}

static cJSON *json_file(const char *name) {
    char *text = file(name);
    cJSON *value = cJSON_Parse(text);
    free(text);
    return value ? value : (stop(name, "is not JSON"), NULL);
}

static cJSON *get(const cJSON *object, const char *name) {
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static const char *text(const cJSON *object, const char *name) {
    const char *value = cJSON_GetStringValue(get(object, name));
    return value ? value : "";
}

/* Adds a copy: the request owns what it holds, and so does the answer it was taken from. */
static void put(cJSON *object, const char *name, const cJSON *value) {
    cJSON_AddItemToObject(object, name, cJSON_Duplicate(value, true));
}

/* Calls an operation and gives up the request; a refusal nobody expects ends the program. */
static cJSON *ask(const char *operation, cJSON *request) {
    InnovationError error;
    cJSON *answer = innovation_json(operation, request, NULL, &error);
    cJSON_Delete(request);
    if (!answer) {
        stop(error.code, error.message);
    }
    return answer;
}

/* Writes words with their places filled: names and values in turn, then NULL. */
static void say(FILE *out, const char *template, const char *const places[]) {
    for (const char *at = template; *at; ++at) {
        const char *const *place = places;
        size_t length = strcspn(at, "}");
        while (*at == '{' && *place &&
               (strlen(*place) != length - 1 || strncmp(at + 1, *place, length - 1) != 0)) {
            place += 2;
        }
        if (*at == '{' && *place) {
            fputs(place[1], out);
            at += length;
        } else {
            fputc(*at, out);
        }
    }
}

#define SAY(out, template, ...) say(out, template, (const char *const[]){__VA_ARGS__, NULL})
#define LINE(key, ...) (SAY(stdout, text(words, key), __VA_ARGS__), putchar('\n'))

/* A whole number as text, in one of a few places that are used in turn. */
static const char *whole(double number) {
    static char texts[8][32];
    static int next;
    char *place = texts[next++ % 8];
    snprintf(place, sizeof texts[0], "%.0f", number);
    return place;
}

/* A number with one decimal, as the language writes it. */
static const char *decimal(double number) {
    static char texts[8][64];
    static int next;
    char *place = texts[next++ % 8];
    snprintf(place, sizeof texts[0], "%.1f", number);
    *strchr(place, '.') = *text(words, "decimal");
    return place;
}

static const char *length(const cJSON *array) { return whole(cJSON_GetArraySize(array)); }

/* Texts of an array with something between them, for free. */
static char *join(const cJSON *array, const char *between) {
    char *joined;
    size_t size;
    FILE *out = open_memstream(&joined, &size);
    const cJSON *item;
    cJSON_ArrayForEach(item, array) {
        fprintf(out, "%s%s", item == array->child ? "" : between, cJSON_GetStringValue(item));
    }
    fclose(out);
    return joined;
}

/* The one of a list whose `field` is `value`. */
static const cJSON *find(const cJSON *list, const char *field, const char *value) {
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        if (strcmp(text(item, field), value) == 0) {
            return item;
        }
    }
    return NULL;
}

static cJSON *table(const char *operation, const char *name) {
    char *content = file(name);
    cJSON *request = cJSON_CreateObject();
    cJSON_AddStringToObject(request, "text", content);
    free(content);
    return ask(operation, request);
}

/* Opens the space; the salt hides who is behind a member's token, so nobody may guess it. */
static void open_space(const cJSON *brief, const char *locale) {
    unsigned char bytes[16];
    char salt[2 * sizeof bytes + 1];
    if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes) {
        stop("salt", "the system gives no random bytes");
    }
    for (size_t i = 0; i < sizeof bytes; ++i) {
        snprintf(salt + 2 * i, 3, "%02x", bytes[i]);
    }
    cJSON *request = cJSON_Duplicate(brief, true);
    cJSON_AddStringToObject(request, "salt", salt);
    cJSON *space = ask("space.apply", request);
    const cJSON *founding = get(get(space, "state"), "founding");
    LINE("opened", "title", text(get(founding, "title"), locale), "by", text(brief, "by"));
    cJSON_Delete(space);
}

static void one_reason(FILE *out, const cJSON *reason) {
    const cJSON *known = get(words, "reasons");
    const char *code = text(reason, "code");
    bool perspective = strcmp(code, "perspective") == 0;
    const char *template = text(known, perspective ? text(reason, "attribute") : code);
    if (*template && !(perspective && get(reason, "others")->valuedouble > 0)) {
        fputs(ftell(out) ? text(words, "and") : "", out);
        SAY(out, template, "value", text(reason, "value"), "count",
            whole(cJSON_GetNumberValue(get(reason, "count"))), "of",
            whole(cJSON_GetNumberValue(get(reason, "of"))));
    }
}

static void explain(const cJSON *because, const cJSON *people, const cJSON *roles) {
    const char *person = text(because, "person");
    const cJSON *role = find(roles, "id", text(find(people, "id", person), "role"));
    char *reasons;
    size_t size;
    FILE *out = open_memstream(&reasons, &size);
    const cJSON *reason;
    cJSON_ArrayForEach(reason, get(because, "reasons")) {
        one_reason(out, reason);
    }
    fclose(out);
    LINE("because", "person", person, "role", text(role, "name"), "reasons", reasons);
    free(reasons);
}

/* The request for a group: what was asked for, with the people and ties that were read. */
static cJSON *group(const cJSON *brief, const cJSON *people, const cJSON *ties) {
    cJSON *request = cJSON_Duplicate(brief, true);
    put(request, "people", people);
    put(request, "ties", ties);
    return request;
}

static cJSON *choose(const cJSON *brief, const cJSON *people, const cJSON *ties, const cJSON *roles) {
    cJSON *selection = ask("gather.select", group(brief, people, ties));
    char *chosen = join(get(selection, "chosen"), " ");
    bool proved = cJSON_IsTrue(get(selection, "proved"));
    LINE("chosen", "size", length(get(selection, "chosen")), "proof",
         text(words, proved ? "proved" : "unproved"), "value",
         decimal(get(get(selection, "score"), "total")->valuedouble), "people", chosen);
    free(chosen);
    const cJSON *because;
    cJSON_ArrayForEach(because, get(selection, "because")) {
        explain(because, people, roles);
    }
    return selection;
}

/* Seats those who were chosen: everybody else is never seated. */
static void seat(const cJSON *brief, const cJSON *selection, const cJSON *people, const cJSON *ties) {
    cJSON *request = group(brief, people, ties);
    cJSON *never = cJSON_AddArrayToObject(cJSON_AddObjectToObject(request, "rules"), "never");
    const cJSON *person, *round, *seats;
    cJSON_ArrayForEach(person, people) {
        bool chosen = false;
        const cJSON *id;
        cJSON_ArrayForEach(id, get(selection, "chosen")) {
            chosen = chosen || strcmp(cJSON_GetStringValue(id), text(person, "id")) == 0;
        }
        if (!chosen) {
            put(never, "", get(person, "id"));
        }
    }
    cJSON *rotation = ask("gather.rotate", request);
    int number = 0;
    cJSON_ArrayForEach(round, get(rotation, "rounds")) {
        cJSON *tables = cJSON_CreateArray();
        cJSON_ArrayForEach(seats, get(round, "tables")) {
            char *ids = join(seats, " ");
            cJSON_AddItemToArray(tables, cJSON_CreateString(ids));
            free(ids);
        }
        char *joined = join(tables, " | ");
        LINE("round", "round", whole(++number), "tables", joined);
        free(joined);
        cJSON_Delete(tables);
    }
    const cJSON *score = get(rotation, "score");
    LINE("meetings", "new", whole(get(score, "newPairs")->valuedouble), "repeats",
         whole(get(score, "repeats")->valuedouble));
    cJSON_Delete(rotation);
}

/* A statistic that does not exist has no value: it is said as a dash. */
static const char *stat(const cJSON *total, const char *name) {
    const cJSON *value = get(get(total, name), "value");
    return cJSON_IsNumber(value) ? decimal(value->valuedouble) : "–";
}

static void judge(const char *locale) {
    cJSON *scores = ask("evaluate.score", json_file("assessment.json"));
    const cJSON *pool = cJSON_GetArrayItem(get(scores, "pooled"), 0), *total = get(pool, "total");
    LINE("score", "title", text(get(scores, "title"), locale), "mean", stat(total, "mean"), "min",
         stat(total, "min"), "max", stat(total, "max"), "count",
         whole(get(pool, "assessments")->valuedouble), "validity",
         text(words, cJSON_IsTrue(get(scores, "validated")) ? "validated" : "unvalidated"));
    cJSON_Delete(scores);
}

/* Rules that cannot hold together: the error says which, and what to do. */
static void refuse(const cJSON *brief, const cJSON *rules, const cJSON *people, const cJSON *ties) {
    cJSON *request = group(brief, people, ties);
    cJSON_ReplaceItemInObjectCaseSensitive(request, "rules", cJSON_Duplicate(rules, true));
    InnovationError error;
    cJSON *answer = innovation_json("gather.select", request, NULL, &error);
    if (answer) {
        stop("gather.select", "rules that contradict each other were not refused");
    }
    LINE("refused", "code", error.code, "path", error.path, "message", error.message, "hint",
         error.hint ? error.hint : "");
    cJSON *paths = cJSON_CreateArray();
    const cJSON *rule;
    cJSON_ArrayForEach(rule, get(error.details, "conflict")) {
        put(paths, "", get(rule, "path"));
    }
    char *joined = join(paths, " ");
    LINE("conflict", "rules", joined);
    free(joined);
    cJSON_Delete(paths);
    cJSON_Delete(request);
    innovation_error_clear(&error);
}

int main(int count, char **arguments) {
    if (count < 2) {
        stop("usage", "intranet FOLDER [fr|en]");
    }
    folder = arguments[1];
    const char *locale = count > 2 ? arguments[2] : "fr";
    char why[200];
    if (!innovation_usable(why, sizeof why)) {
        stop("libinnovation", why);
    }
    cJSON *all_words = json_file("words.json"), *brief = json_file("brief.json");
    words = get(all_words, locale);
    if (!words) {
        stop(locale, "is no language of words.json");
    }

    cJSON *version = ask("contract.version", NULL);
    LINE("library", "library", text(version, "library"), "contract",
         whole(get(version, "contract")->valuedouble));
    cJSON *asked = cJSON_CreateObject();
    cJSON_AddStringToObject(asked, "locale", locale);
    cJSON *catalogue = ask("people.roles", asked);

    cJSON *people_table = table("exchange.peopleFromTable", "people.csv");
    cJSON *ties_table = table("exchange.tiesFromTable", "ties.csv");
    const cJSON *people = get(people_table, "people"), *ties = get(ties_table, "ties");
    LINE("read", "people", length(people), "ties", length(ties));

    open_space(get(brief, "space"), locale);
    cJSON *selection = choose(get(brief, "group"), people, ties, get(catalogue, "roles"));
    seat(get(brief, "seating"), selection, people, ties);
    judge(locale);
    refuse(get(brief, "group"), get(brief, "impossible"), people, ties);

    cJSON *owned[] = {all_words, brief, version, catalogue, people_table, ties_table, selection};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; ++i) {
        cJSON_Delete(owned[i]);
    }
    return EXIT_SUCCESS;
}
