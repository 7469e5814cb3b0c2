// What the C++ programs share: a count of checks.
#pragma once

#include "innovation.hpp"
#include <functional>
#include <iostream>

inline int passed = 0, failed = 0;

inline void check(bool held, const std::string &what) {
    ++(held ? passed : failed);
    if (!held) {
        std::cout << "not so: " << what << '\n';
    }
}

// The error by which a call is refused; a call that is not refused is a failed check.
inline innovation::Error refusal(const std::function<void()> &call, const std::string &what) {
    try {
        call();
    } catch (const innovation::Error &error) {
        return error;
    }
    check(false, what + " was not refused");
    return {"", "", ""};
}

// Says how many checks held; nothing checked is a failure.
inline int summary() {
    std::cout << passed << " passed, " << failed << " failed\n";
    return failed == 0 && passed > 0 ? 0 : 1;
}
