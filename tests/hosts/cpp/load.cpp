// Eight threads, ten thousand calls each: the answers are right and memory does not grow.
#include "check.hpp"
#include <atomic>
#include <fstream>
#include <malloc.h>
#include <thread>
#include <vector>

using innovation::Json;

namespace {

constexpr int threads = 8, calls = 10000, warm_up = 1000, bound_kb = 8 * 1024;

const auto request = Json::parse(R"({"people": [
    {"id": "ana", "role": "nurse", "unit": "médecine"}, {"id": "bo", "role": "patient"},
    {"id": "chi", "role": "family-carer"}, {"id": "dee", "role": "nurse"}, {"id": "eli", "role": "ward-manager"}],
    "ties": [{"a": "ana", "b": "dee", "weight": 2.5}], "size": 3, "seed": 1})");

// Its error is long, as its name is.
const Json wrong_field = {{std::string(1000, 'x'), 1}};

const innovation::Options watched{{}, [](auto, auto, auto) { return true; }};

// The memory that the process holds, in kB.
long resident() {
    malloc_trim(0);
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == "VmRSS:") {
            long size = 0;
            status >> size;
            return size;
        }
    }
    return 0;
}

// One call in four is refused, one is on values and watched, two are on text.
bool right(int number) {
    if (number % 4 == 0) {
        try {
            innovation::call("gather.select", wrong_field);
            return false;
        } catch (const innovation::Error &error) {
            return error.code == "contract.unknown-field";
        }
    }
    if (number % 4 == 1) {
        return innovation::call("gather.select", request, watched)["chosen"].size() == 3;
    }
    return innovation::call_text("contract.operations", "{}").find("\"gather.select\"") != std::string::npos;
}

int wrong_of_all_threads(int each) {
    std::atomic<int> wrong = 0;
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&wrong, each] {
            for (int number = 0; number < each; ++number) {
                wrong += !right(number);
            }
        });
    }
    for (auto &thread : running) {
        thread.join();
    }
    return wrong;
}

} // namespace

int main() {
    check(wrong_of_all_threads(warm_up) == 0, "the answers while warming up are right");
    const auto before = resident();
    check(wrong_of_all_threads(calls) == 0, "all answers are right");
    const auto after = resident();
    std::cout << threads << " threads x " << calls << " calls: " << before << " kB before, " << after << " kB after\n";
    check(before > 0 && after - before <= bound_kb, "memory does not grow by more than 8 MB");
    return summary();
}
