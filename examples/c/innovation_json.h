/* The innovation library on JSON values of cJSON instead of text. Header only: compile with
 * `pkg-config --cflags --libs innovation libcjson`.
 *
 * What a call refuses is an InnovationError; innovation_error_clear gives back what it holds.
 * cJSON keeps every number as a double and every text up to its first NUL: where that is too
 * little, innovation_text hands over the bytes of the library as they are. */
#ifndef INNOVATION_JSON_H
#define INNOVATION_JSON_H

#include <cjson/cJSON.h>
#include <innovation.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Version of the contract that this header speaks. */
#define INNOVATION_CONTRACT_VERSION 1

/* Why a call was refused. The texts belong to the error. */
typedef struct {
    InnovationStatus status;
    const char *code;     /* as "gather.infeasible" */
    const char *path;     /* the place in the request, a JSON Pointer; empty for all of it */
    const char *message;  /* the fact */
    const char *hint;     /* what to do about it, or NULL */
    const cJSON *details; /* figures about it, or NULL */
    cJSON *document;      /* what the texts are kept in, or NULL */
} InnovationError;

/* How a call is made; all of it may be left out. `progress` returns false to stop the search. */
typedef struct {
    const char *limits; /* JSON, as {"bytes": 1048576} */
    InnovationProgress progress;
    void *user;
} InnovationOptions;

static inline void innovation_error_clear(InnovationError *error) {
    cJSON_Delete(error->document);
    *error = (InnovationError){0};
}

/* Reads the error that the library wrote; its status alone says enough where that fails. */
static inline InnovationError innovation_error_read(InnovationStatus status, const char *text) {
    InnovationError error = {
        .status = status,
        .code = innovation_status_name(status),
        .path = "",
        .message = innovation_status_description(status),
        .document = text ? cJSON_Parse(text) : NULL,
    };
    const cJSON *body = cJSON_GetObjectItemCaseSensitive(error.document, "error");
    const char *path = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(body, "path"));
    const char *message = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(body, "message"));
    error.path = path ? path : error.path;
    error.message = message ? message : error.message;
    error.hint = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(body, "hint"));
    error.details = cJSON_GetObjectItemCaseSensitive(body, "details");
    return error;
}

/* The response to JSON text, for innovation_string_free; NULL where `error` says why. */
static inline char *innovation_text(const char *operation, const char *request, size_t length,
                                    const InnovationOptions *options, InnovationError *error) {
    const InnovationOptions plain = {0};
    const InnovationOptions *with = options ? options : &plain;
    char *response, *refusal;
    InnovationStatus status = innovation_call_with(operation, request, length, with->limits,
                                                   with->progress, with->user, &response, &refusal);
    *error = status == INNOVATION_OK ? (InnovationError){0} : innovation_error_read(status, refusal);
    innovation_string_free(refusal);
    return response;
}

/* A fault on this side of the library, told like its own. */
static inline void innovation_error_here(InnovationError *error, InnovationStatus status,
                                         const char *path, const char *message) {
    *error = (InnovationError){.status = status, .document = cJSON_CreateObject()};
    cJSON *body = cJSON_AddObjectToObject(error->document, "error");
    cJSON *place = cJSON_AddStringToObject(body, "path", path);
    error->code = innovation_status_name(status);
    error->path = place ? place->valuestring : "";
    error->message = message;
}

/* Adds a step to a JSON Pointer, as far as there is room. */
static inline void innovation_step(char *path, size_t size, const char *name) {
    char *end = path + strlen(path), *last = path + size - 3;
    if (end < last) {
        *end++ = '/';
    }
    for (; *name && end < last; ++name) {
        bool escaped = *name == '~' || *name == '/';
        *end++ = escaped ? '~' : *name;
        if (escaped) {
            *end++ = *name == '~' ? '0' : '1';
        }
    }
    *end = '\0';
}

/* Whether every number can be written; cJSON would write null for one that cannot. `path` is
 * left at the place of the first that cannot. */
static inline bool innovation_finite(const cJSON *value, char *path, size_t size) {
    if (cJSON_IsNumber(value)) {
        return isfinite(value->valuedouble);
    }
    size_t end = strlen(path), index = 0;
    for (const cJSON *child = value ? value->child : NULL; child; child = child->next, ++index) {
        char number[24];
        snprintf(number, sizeof number, "%zu", index);
        innovation_step(path, size, child->string ? child->string : number);
        if (!innovation_finite(child, path, size)) {
            return false;
        }
        path[end] = '\0';
    }
    return true;
}

/* The response as a value, for cJSON_Delete; NULL where `error` says why. A NULL request is
 * an empty one. */
static inline cJSON *innovation_json(const char *operation, const cJSON *request,
                                     const InnovationOptions *options, InnovationError *error) {
    char path[1024] = "";
    if (!innovation_finite(request, path, sizeof path)) {
        innovation_error_here(error, INNOVATION_CONTRACT_INVALID_VALUE, path,
                              "JSON has no number that is infinite or none");
        return NULL;
    }
    char *text = request ? cJSON_PrintUnformatted(request) : NULL;
    if (request && !text) {
        innovation_error_here(error, INNOVATION_CONTRACT_INTERNAL, "", "the request cannot be written");
        return NULL;
    }
    const char *sent = text ? text : "{}";
    char *response = innovation_text(operation, sent, strlen(sent), options, error);
    cJSON_free(text);
    cJSON *value = response ? cJSON_Parse(response) : NULL;
    innovation_string_free(response);
    if (response && !value) {
        innovation_error_here(error, INNOVATION_CONTRACT_INTERNAL, "", "the response cannot be read");
    }
    return value;
}

/* Whether the library that is loaded speaks the version of this header; else writes why not. */
static inline bool innovation_usable(char *why, size_t size) {
    unsigned abi = innovation_abi_version();
    if (abi != INNOVATION_ABI_VERSION) {
        snprintf(why, size, "the library has binary interface %u, not %d", abi, INNOVATION_ABI_VERSION);
        return false;
    }
    InnovationError error;
    cJSON *version = innovation_json("contract.version", NULL, NULL, &error);
    const cJSON *contract = cJSON_GetObjectItemCaseSensitive(version, "contract");
    bool same = cJSON_IsNumber(contract) && contract->valueint == INNOVATION_CONTRACT_VERSION;
    if (!version) {
        snprintf(why, size, "the library does not say its version: %s", error.message);
    } else if (!same) {
        snprintf(why, size, "the library speaks contract %d, not %d",
                 cJSON_IsNumber(contract) ? contract->valueint : 0, INNOVATION_CONTRACT_VERSION);
    }
    cJSON_Delete(version);
    innovation_error_clear(&error);
    return same;
}

#endif
