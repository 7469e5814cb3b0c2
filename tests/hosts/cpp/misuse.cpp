// What a C++ program may do wrong with innovation.hpp, and what is then thrown.
#include "check.hpp"
#include <limits>

using innovation::call;
using innovation::call_text;
using innovation::Error;
using innovation::Json;
using innovation::Options;

namespace {

const Json nurses = [] {
    auto people = Json::array();
    for (const auto *id : {"a", "b", "c", "d", "e", "f"}) {
        people.push_back({{"id", id}, {"role", "nurse"}});
    }
    return people;
}();

const Json long_search = {{"people", nurses}, {"tables", {{"count", 2}}}, {"rounds", 4}, {"seed", 1},
                          {"effort", {{"milliseconds", 60000}}}};

void refused(const std::string &code, const std::string &path, const std::function<void()> &body) {
    const auto error = refusal(body, code);
    check(error.code == code && error.path == path && !error.message.empty(),
          code + " at " + path + ", but " + error.what());
}

void text_that_is_none() {
    refused("contract.not-json", "", [] { call_text("contract.version", ""); });
    refused("contract.not-json", "", [] { call_text("contract.version", {}); });
    refused("contract.not-json", "", [] { call_text("contract.version", std::string_view("{\0}", 3)); });
    refused("contract.not-utf8", "", [] { call_text("contract.version", "{\"\xed\xa0\x80\":1}"); });
    refused("contract.unknown-operation", "", [] { call_text(std::string("contract.version\0x", 18), "{}"); });
    const auto error = refusal([] { call_text("contract.versions", "{}"); }, "a misspelt name");
    check(error.hint.value_or("").find("contract.version") != std::string::npos, "a hint");
}

void values() {
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    refused("contract.invalid-value", "/people/0/a~1b~0",
            [&] { call("people.profile", {{"people", {{{"a/b~", nan}}}}}); });
    refused("contract.not-utf8", "", [] { call("evaluate.rubrics", {{"ids", "\xff"}}); });
    refused("contract.invalid-value", "", [] { call("contract.version", Json::array()); });
    refused("contract.invalid-value", "", [] { call("contract.version", nullptr); });
    check(call("contract.version")["contract"] == 1, "a request that is left out is an empty one");

    const std::string far = "é–患者😀";
    const auto profile = call("people.profile", {{"people", {{{"id", far}, {"role", "nurse"}}}}});
    check(profile["persons"][0]["id"] == far, "letters of every plane come back");

    const auto pair = Json::array({"a", "b"}); // braces alone would be an object {"a": "b"}
    const Json rules = {{"must", pair}, {"apart", Json::array({pair})}};
    const auto error = refusal(
        [&] { call("gather.select", {{"people", nurses}, {"size", 2}, {"rules", rules}}); }, "a contradiction");
    check(error.code == "gather.infeasible" && error.details["conflict"].size() == 3, "details");
}

void limits() {
    refused("contract.too-large", "", [] { call_text("contract.version", "{ }", {{{{"bytes", 2}}}, {}}); });
    refused("contract.unknown-field", "/byte", [] { call_text("contract.version", "{}", {{{{"byte", 2}}}, {}}); });
}

void progress() {
    int looks = 0;
    Options options;
    options.progress = [&](auto, auto, auto) { return ++looks < 3; };
    check(call("gather.rotate", long_search, options).contains("rounds") && looks == 3, "a search is stopped");

    options.progress = [&](auto, auto, auto) -> bool { throw std::logic_error("enough"); };
    try {
        call("gather.rotate", long_search, options);
        check(false, "what a progress function throws is thrown");
    } catch (const std::logic_error &fault) {
        check(std::string(fault.what()) == "enough", "and is the same");
    }
    check(call("contract.version")["contract"] == 1, "the next call is served");
}

} // namespace

int main() {
    text_that_is_none();
    values();
    limits();
    progress();
    return summary();
}
