// A page of an intranet: who is brought together, who sits with whom, and will it last?
//
// usage: intranet FOLDER [fr|en]      FOLDER holds what ../hosts holds
#include "innovation.hpp"
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>

using innovation::call;
using innovation::Json;

namespace {

std::string file(const std::string &path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        throw std::runtime_error(path + " cannot be read");
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// A number with a few decimals, in C's form.
std::string number(double value, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string join(const Json &texts, const std::string &between) {
    std::string joined;
    for (const auto &text : texts) {
        joined += (joined.empty() ? "" : between) + text.get<std::string>();
    }
    return joined;
}

const Json &with(const Json &list, const std::string &field, const Json &value) {
    return *std::find_if(list.begin(), list.end(), [&](const Json &item) { return item.at(field) == value; });
}

// Sixteen random bytes in hexadecimal, from the system.
std::string salt() {
    std::random_device source;
    std::string text;
    for (int i = 0; i < 4; ++i) {
        char part[9];
        std::snprintf(part, sizeof part, "%08x", source());
        text += part;
    }
    return text;
}

class Page {
public:
    Page(std::string folder, std::string locale)
        : folder(std::move(folder)), locale(std::move(locale)), words(json("words.json").at(this->locale)) {}

    void show() {
        const auto brief = json("brief.json");
        const auto version = call("contract.version");
        line("library", {{"library", version["library"]}, {"contract", version["contract"].dump()}});
        roles = call("people.roles", {{"locale", locale}})["roles"];
        people = call("exchange.peopleFromTable", {{"text", file(folder + "/people.csv")}})["people"];
        ties = call("exchange.tiesFromTable", {{"text", file(folder + "/ties.csv")}})["ties"];
        line("read", {{"people", count(people)}, {"ties", count(ties)}});
        open(brief["space"]);
        seat(brief["seating"], choose(brief["group"]));
        judge();
        refuse(brief["group"], brief["impossible"]);
    }

private:
    using Places = std::map<std::string, std::string>;

    std::string folder, locale;
    Json words, roles, people, ties;

    Json json(const std::string &name) const { return Json::parse(file(folder + "/" + name)); }

    static std::string count(const Json &list) { return std::to_string(list.size()); }

    // Words with their places filled.
    static std::string filled(std::string text, const Places &places) {
        for (const auto &[name, value] : places) {
            const auto place = "{" + name + "}";
            if (const auto at = text.find(place); at != std::string::npos) {
                text.replace(at, place.size(), value);
            }
        }
        return text;
    }

    void line(const std::string &key, const Places &places) const {
        std::cout << filled(words.at(key), places) << '\n';
    }

    std::string decimal(double value) const {
        auto text = number(value, 1);
        text.replace(text.find('.'), 1, words["decimal"]);
        return text;
    }

    // Opens the space; the salt hides who is behind a member's token, so nobody may guess it.
    void open(Json request) const {
        request["salt"] = salt();
        const auto space = call("space.apply", request);
        line("opened", {{"title", space["state"]["founding"]["title"][locale]}, {"by", request["by"]}});
    }

    // The request for a group: what was asked for, with the people and ties that were read.
    Json group(Json brief) const {
        brief["people"] = people;
        brief["ties"] = ties;
        return brief;
    }

    Json choose(const Json &brief) const {
        const auto selection = call("gather.select", group(brief));
        line("chosen", {{"size", count(selection["chosen"])},
                        {"proof", words[selection["proved"] ? "proved" : "unproved"]},
                        {"value", decimal(selection["score"]["total"])},
                        {"people", join(selection["chosen"], " ")}});
        for (const auto &because : selection["because"]) {
            explain(because);
        }
        return selection["chosen"];
    }

    void explain(const Json &because) const {
        auto reasons = Json::array();
        for (const auto &reason : because["reasons"]) {
            const bool perspective = reason["code"] == "perspective";
            const auto text = words["reasons"].find(reason[perspective ? "attribute" : "code"]);
            if (text != words["reasons"].end() && !(perspective && reason["others"] > 0)) {
                reasons.push_back(filled(*text, {{"value", perspective ? reason["value"] : ""},
                                                 {"count", reason.value("count", Json()).dump()},
                                                 {"of", reason.value("of", Json()).dump()}}));
            }
        }
        const auto &person = with(people, "id", because["person"]);
        line("because", {{"person", because["person"]},
                         {"role", with(roles, "id", person["role"])["name"]},
                         {"reasons", join(reasons, words["and"])}});
    }

    // Seats those who were chosen: everybody else is never seated.
    void seat(const Json &brief, const Json &chosen) const {
        auto request = group(brief);
        auto &never = request["rules"]["never"] = Json::array();
        for (const auto &person : people) {
            if (std::find(chosen.begin(), chosen.end(), person["id"]) == chosen.end()) {
                never.push_back(person["id"]);
            }
        }
        const auto rotation = call("gather.rotate", request);
        int round = 0;
        for (const auto &seating : rotation["rounds"]) {
            auto tables = Json::array();
            for (const auto &table : seating["tables"]) {
                tables.push_back(join(table, " "));
            }
            line("round", {{"round", std::to_string(++round)}, {"tables", join(tables, " | ")}});
        }
        line("meetings", {{"new", rotation["score"]["newPairs"].dump()},
                          {"repeats", rotation["score"]["repeats"].dump()}});
    }

    // A statistic that does not exist has no value: it is said as a dash.
    std::string stat(const Json &statistic) const {
        return statistic["value"].is_number() ? decimal(statistic["value"]) : "–";
    }

    void judge() const {
        const auto scores = call("evaluate.score", json("assessment.json"));
        const auto &pool = scores["pooled"][0], &total = pool["total"];
        line("score", {{"title", scores["title"][locale]},
                       {"mean", stat(total["mean"])},
                       {"min", stat(total["min"])},
                       {"max", stat(total["max"])},
                       {"count", pool["assessments"].dump()},
                       {"validity", words[scores["validated"] ? "validated" : "unvalidated"]}});
    }

    // Rules that cannot hold together: the error says which, and what to do.
    void refuse(Json brief, const Json &rules) const {
        brief["rules"] = rules;
        try {
            call("gather.select", group(brief));
        } catch (const innovation::Error &error) {
            line("refused", {{"code", error.code}, {"path", error.path}, {"message", error.message},
                             {"hint", error.hint.value_or("")}});
            auto paths = Json::array();
            for (const auto &rule : error.details["conflict"]) {
                paths.push_back(rule["path"]);
            }
            line("conflict", {{"rules", join(paths, " ")}});
            return;
        }
        throw std::runtime_error("rules that contradict each other were not refused");
    }
};

} // namespace

int main(int count, char **arguments) {
    if (count < 2) {
        std::cerr << "usage: intranet FOLDER [fr|en]\n";
        return 1;
    }
    try {
        Page(arguments[1], count > 2 ? arguments[2] : "fr").show();
    } catch (const std::exception &fault) {
        std::cerr << fault.what() << '\n';
        return 1;
    }
    return 0;
}
