/* A fault inside the library is a status, and the library answers the next call.
 *
 * For the build with the feature forced-panic, which has two operations more: test.panic
 * panics, test.watch goes on until the progress function says stop. */
#include "check.h"
#include <math.h>

typedef struct {
    uint64_t calls, totals_unknown;
    bool sane;
} Seen;

static bool five(void *user, uint64_t done, uint64_t total, double best) {
    Seen *seen = user;
    seen->sane = seen->sane && done == seen->calls && isnan(best) && (total == 0 || total == 10);
    seen->totals_unknown += total == 0;
    return ++seen->calls < 5;
}

int main(void) {
    for (int i = 0; i < 3; ++i) {
        REFUSED(call("test.panic", "{}", 2), INNOVATION_CONTRACT_PANIC, "\"message\":\"forced by a test\"");
        ANSWERED(call("contract.version", "{}", 2), "\"contract\":1");
    }
    REFUSED(call_with("test.panic", "{}", "{}", five, NULL), INNOVATION_CONTRACT_PANIC, "\"hint\"");
    CHECK(innovation_call("test.panic", "{}", 2, NULL, NULL) == INNOVATION_CONTRACT_PANIC);

    Seen seen = {0, 0, true};
    ANSWERED(call_with("test.watch", "{}", NULL, five, &seen), "{\"steps\":4}");
    CHECK(seen.calls == 5 && seen.totals_unknown == 1 && seen.sane);
    ANSWERED(call_with("test.watch", "{}", NULL, NULL, NULL), "{\"steps\":1000}");
    return summary();
}
