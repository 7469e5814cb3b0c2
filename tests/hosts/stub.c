/* A library that is not the one a host expects: it says another ABI or another contract, and
 * answers every call alike. Built with -DABI=... -DCONTRACT="..." */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

uint32_t innovation_abi_version(void) { return ABI; }
const char *innovation_version(void) { return "0.0.0"; }
const char *innovation_status_name(int32_t status) { return status ? "unknown" : "ok"; }
const char *innovation_status_description(int32_t status) { return status ? "unknown" : "ok"; }
void innovation_string_free(char *text) { free(text); }

int32_t innovation_call_with(const char *name, const char *request, size_t length, const char *limits,
                             bool (*progress)(void *, uint64_t, uint64_t, double), void *user,
                             char **response, char **error) {
    (void)name, (void)request, (void)length, (void)limits, (void)progress, (void)user;
    *response = strdup("{\"contract\":" CONTRACT ",\"library\":\"0.0.0\"}");
    *error = NULL;
    return 0;
}

int32_t innovation_call(const char *name, const char *request, size_t length, char **response, char **error) {
    return innovation_call_with(name, request, length, NULL, NULL, NULL, response, error);
}
