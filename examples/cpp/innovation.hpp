// The innovation library for C++17, on JSON values of nlohmann::json. Header only.
//
//     auto selection = innovation::call("gather.select", request);
//
// What the library refuses is thrown as innovation::Error; a library of another version as
// innovation::LibraryError, on the first call. Texts of the library are given back whatever is
// thrown. Everything may be used from any thread.
#ifndef INNOVATION_HPP
#define INNOVATION_HPP

#include <cmath>
#include <cstdint>
#include <exception>
#include <functional>
#include <innovation.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace innovation {

using Json = nlohmann::json;

// Version of the contract that this header speaks.
inline constexpr int contract_version = 1;

// There is a library, but not one that this header can use.
struct LibraryError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The library refused a request.
struct Error : std::runtime_error {
    std::string code;                // as "gather.infeasible"; codes never change their meaning
    std::string path;                // the place in the request, a JSON Pointer; empty for all of it
    std::string message;             // the fact
    std::optional<std::string> hint; // what to do about it
    Json details;                    // figures about it by name; null where there are none

    Error(std::string code, std::string path, std::string message,
          std::optional<std::string> hint = {}, Json details = nullptr)
        : std::runtime_error(code + (path.empty() ? "" : " at " + path) + ": " + message +
                             (hint ? " (" + *hint + ")" : "")),
          code(std::move(code)), path(std::move(path)), message(std::move(message)),
          hint(std::move(hint)), details(std::move(details)) {}

    // The error that the library wrote.
    static Error read(std::string_view text) {
        const auto body = Json::parse(text).at("error");
        std::optional<std::string> hint;
        if (body.contains("hint")) {
            hint = body["hint"].get<std::string>();
        }
        return {body.at("code"), body.at("path"), body.at("message"), hint, body.value("details", Json())};
    }
};

// Told how far a call is: steps done, steps planned (0: unknown), best value so far (NaN:
// unknown). False stops the search, and its best answer so far is the response. What it throws
// stops the call and is thrown there.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total, double best)>;

struct Options {
    std::optional<Json> limits; // how large a request may be: bytes, depth, string, array
    Progress progress;
};

namespace detail {

struct GiveBack {
    void operator()(char *text) const noexcept { innovation_string_free(text); }
};
using Text = std::unique_ptr<char, GiveBack>;

// A progress function, and what it threw: nothing may be thrown through C.
struct Watched {
    const Progress &progress;
    std::exception_ptr thrown;

    static bool tell(void *user, std::uint64_t done, std::uint64_t total, double best) noexcept {
        auto &self = *static_cast<Watched *>(user);
        try {
            return self.progress(done, total, best);
        } catch (...) {
            self.thrown = std::current_exception();
            return false;
        }
    }
};

inline std::string call_text(const std::string &operation, std::string_view request, const Options &options) {
    if (operation.find('\0') != std::string::npos) { // C would read the name up to here
        throw Error("contract.unknown-operation", "", "the name of an operation holds no NUL");
    }
    const auto limits = options.limits ? options.limits->dump() : std::string();
    Watched watched{options.progress, nullptr};
    char *raw_response = nullptr, *raw_error = nullptr;
    const auto status = innovation_call_with(
        operation.c_str(), request.data(), request.size(), options.limits ? limits.c_str() : nullptr,
        options.progress ? &Watched::tell : nullptr, &watched, &raw_response, &raw_error);
    const Text response(raw_response), error(raw_error);
    if (watched.thrown) {
        std::rethrow_exception(watched.thrown);
    }
    if (status != INNOVATION_OK) {
        throw Error::read(error.get());
    }
    return response.get();
}

// Refuses a number that JSON has not; nlohmann::json would write null for it.
inline void finite(const Json &value, const Json::json_pointer &path = Json::json_pointer()) {
    if (value.is_number_float() && !std::isfinite(value.get<double>())) {
        throw Error("contract.invalid-value", path.to_string(), "JSON has no number that is infinite or none");
    }
    if (value.is_structured()) {
        for (const auto &[key, child] : value.items()) {
            finite(child, path / key);
        }
    }
}

inline std::string written(const Json &request) {
    finite(request);
    try {
        return request.dump();
    } catch (const Json::type_error &fault) {
        throw Error("contract.not-utf8", "", fault.what());
    }
}

// Once for the process: is this the library of this header?
inline void check() {
    static const bool checked = [] {
        const auto abi = innovation_abi_version();
        if (abi != INNOVATION_ABI_VERSION) {
            throw LibraryError("the library has binary interface " + std::to_string(abi) + ", not " +
                               std::to_string(INNOVATION_ABI_VERSION));
        }
        const auto contract = Json::parse(call_text("contract.version", "{}", {})).value("contract", 0);
        if (contract != contract_version) {
            throw LibraryError("the library speaks contract " + std::to_string(contract) + ", not " +
                               std::to_string(contract_version));
        }
        return true;
    }();
    static_cast<void>(checked);
}

} // namespace detail

// Calls an operation on JSON text: the bytes of the library, untouched.
inline std::string call_text(const std::string &operation, std::string_view request, const Options &options = {}) {
    detail::check();
    return detail::call_text(operation, request, options);
}

// Calls an operation by its name in the contract, as call("gather.seat", request).
inline Json call(const std::string &operation, const Json &request = Json::object(), const Options &options = {}) {
    return Json::parse(call_text(operation, detail::written(request), options));
}

} // namespace innovation

#endif
