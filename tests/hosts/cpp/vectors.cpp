// Repeats every case through innovation.hpp: as text, byte for byte, and as values.
//
// usage: vectors cases.bin      tests/c/vectors.c says what is in it
#include "check.hpp"
#include <fstream>

using innovation::Error;
using innovation::Json;

namespace {

struct Case {
    std::string name, operation, request, output;
    bool ok;
};

bool read_text(std::istream &stream, std::string &text) {
    unsigned char size[4];
    if (!stream.read(reinterpret_cast<char *>(size), 4)) {
        return false;
    }
    text.resize(size[0] | size[1] << 8 | size[2] << 16 | static_cast<std::size_t>(size[3]) << 24);
    return static_cast<bool>(stream.read(text.data(), static_cast<std::streamsize>(text.size())));
}

// Whether an error tells all that the library wrote.
bool told(const Error &error, const Json &output) {
    const auto &body = output.at("error");
    return error.code == body["code"] && error.path == body["path"] && error.message == body["message"] &&
           error.hint.value_or("") == body.value("hint", "") && error.details == body.value("details", Json());
}

template <class Call, class Same> void repeat(const Case &one, const char *how, Call call, Same same) {
    bool held;
    try {
        held = same(call()) && one.ok;
    } catch (const Error &error) {
        held = !one.ok && told(error, Json::parse(one.output));
    }
    check(held, one.name + how);
}

// Text that is not JSON, or holds a key twice, is no case for values.
bool has_values(const Case &one) {
    const auto code = one.ok ? Json() : Json::parse(one.output)["error"]["code"];
    return code != "contract.duplicate-key" && code != "contract.not-json" && Json::accept(one.request);
}

} // namespace

int main(int count, char **arguments) {
    std::ifstream stream(count == 2 ? arguments[1] : "", std::ios::binary);
    int text_only = 0;
    while (stream.peek() != std::ifstream::traits_type::eof()) {
        Case one;
        if (!read_text(stream, one.name) || !read_text(stream, one.operation) ||
            !read_text(stream, one.request) || !read_text(stream, one.output)) {
            check(false, "the file of cases is whole");
            break;
        }
        one.ok = stream.get() == 1;
        repeat(one, " as text", [&] { return innovation::call_text(one.operation, one.request); },
               [&](const std::string &text) { return text == one.output; });
        if (!has_values(one)) {
            ++text_only;
            continue;
        }
        repeat(one, " as values", [&] { return innovation::call(one.operation, Json::parse(one.request)); },
               [&](const Json &value) { return value == Json::parse(one.output); });
    }
    std::cout << text_only << " cases as text only: no JSON, or a key twice\n";
    return summary();
}
