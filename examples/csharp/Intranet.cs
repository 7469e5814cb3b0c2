using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Innovation;
using Newtonsoft.Json.Linq;

/// <summary>
/// A page of an intranet: who is brought together, who sits with whom, and will it last?
/// usage: Intranet.exe FOLDER [fr|en], where FOLDER holds what ../hosts holds
/// </summary>
sealed class Intranet
{
    readonly TextWriter output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
    readonly string folder;
    readonly string locale;
    readonly JToken words;
    readonly JToken roles;
    readonly JToken people;
    readonly JToken ties;

    Intranet(string folder, string locale)
    {
        this.folder = folder;
        this.locale = locale;
        words = Json("words.json")[locale];
        roles = Library.Call("people.roles", new JObject { { "locale", locale } })["roles"];
        people = Library.Call("exchange.peopleFromTable", new JObject { { "text", Text("people.csv") } })["people"];
        ties = Library.Call("exchange.tiesFromTable", new JObject { { "text", Text("ties.csv") } })["ties"];
    }

    static int Main(string[] arguments)
    {
        if (arguments.Length < 1)
        {
            Console.Error.WriteLine("usage: Intranet.exe FOLDER [fr|en]");
            return 1;
        }
        try
        {
            new Intranet(arguments[0], arguments.Length > 1 ? arguments[1] : "fr").Show();
            return 0;
        }
        catch (LibraryException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }
    }

    void Show()
    {
        var brief = Json("brief.json");
        var version = Library.Call("contract.version");
        Line("library", "library", version["library"], "contract", version["contract"]);
        Line("read", "people", people.Count(), "ties", ties.Count());
        Open((JObject)brief["space"]);
        Seat(brief["seating"], Choose(brief["group"]));
        Judge();
        Refuse(brief["group"], brief["impossible"]);
        output.Flush();
    }

    /// <summary>Opens the space; the salt hides who is behind a member's token, so nobody may guess it.</summary>
    void Open(JObject request)
    {
        var bytes = new byte[16];
        using (var random = RandomNumberGenerator.Create())
        {
            random.GetBytes(bytes);
        }
        request["salt"] = string.Concat(bytes.Select(one => one.ToString("x2")));
        var founding = Library.Call("space.apply", request)["state"]["founding"];
        Line("opened", "title", founding["title"][locale], "by", request["by"]);
    }

    /// <summary>The request for a group: what was asked for, with the people and ties that were read.</summary>
    JObject Group(JToken brief)
    {
        return new JObject((JObject)brief) { { "people", people }, { "ties", ties } };
    }

    JToken Choose(JToken brief)
    {
        var selection = Library.Call("gather.select", Group(brief));
        var chosen = selection["chosen"];
        Line("chosen", "size", chosen.Count(), "proof", words[(bool)selection["proved"] ? "proved" : "unproved"],
            "value", Decimal(selection["score"]["total"]), "people", string.Join(" ", chosen));
        foreach (var because in selection["because"])
        {
            Explain(because);
        }
        return chosen;
    }

    void Explain(JToken because)
    {
        var told = new List<string>();
        foreach (var reason in because["reasons"])
        {
            var perspective = (string)reason["code"] == "perspective";
            var known = words["reasons"][(string)reason[perspective ? "attribute" : "code"]];
            if (known != null && !(perspective && (int)reason["others"] > 0))
            {
                told.Add(Filled((string)known, "value", reason["value"], "count", reason["count"], "of", reason["of"]));
            }
        }
        var person = With(people, because["person"]);
        Line("because", "person", because["person"], "role", With(roles, person["role"])["name"],
            "reasons", string.Join((string)words["and"], told));
    }

    /// <summary>Seats those who were chosen: everybody else is never seated.</summary>
    void Seat(JToken brief, JToken chosen)
    {
        var ids = new HashSet<string>(chosen.Values<string>());
        var others = people.Select(person => (string)person["id"]).Where(id => !ids.Contains(id));
        var request = Group(brief);
        request["rules"] = new JObject { { "never", new JArray(others) } };
        var rotation = Library.Call("gather.rotate", request);
        var number = 0;
        foreach (var round in rotation["rounds"])
        {
            var tables = round["tables"].Select(table => string.Join(" ", table));
            Line("round", "round", ++number, "tables", string.Join(" | ", tables));
        }
        Line("meetings", "new", rotation["score"]["newPairs"], "repeats", rotation["score"]["repeats"]);
    }

    void Judge()
    {
        var scores = Library.Call("evaluate.score", Json("assessment.json"));
        var pool = scores["pooled"][0];
        var total = pool["total"];
        Line("score", "title", scores["title"][locale], "mean", Stat(total["mean"]), "min", Stat(total["min"]),
            "max", Stat(total["max"]), "count", pool["assessments"],
            "validity", words[(bool)scores["validated"] ? "validated" : "unvalidated"]);
    }

    /// <summary>Rules that cannot hold together: the exception says which, and what to do.</summary>
    void Refuse(JToken brief, JToken rules)
    {
        var request = Group(brief);
        request["rules"] = rules;
        try
        {
            Library.Call("gather.select", request);
        }
        catch (InnovationException refused)
        {
            Line("refused", "code", refused.Code, "path", refused.Path, "message", refused.Message, "hint", refused.Hint);
            Line("conflict", "rules", string.Join(" ", refused.Details["conflict"].Select(rule => rule["path"])));
            return;
        }
        throw new InvalidOperationException("rules that contradict each other were not refused");
    }

    string Text(string name)
    {
        // Bytes and not ReadAllText: the library says whether there was a byte order mark.
        return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, name)));
    }

    JToken Json(string name)
    {
        return Library.Read(Text(name));
    }

    static JToken With(JToken list, JToken id)
    {
        return list.First(item => JToken.DeepEquals(item["id"], id));
    }

    string Decimal(JToken value)
    {
        return ((double)value).ToString("F1", CultureInfo.InvariantCulture).Replace(".", (string)words["decimal"]);
    }

    /// <summary>A statistic that does not exist has no value: it is said as a dash.</summary>
    string Stat(JToken statistic)
    {
        return statistic["value"].Type == JTokenType.Null ? "–" : Decimal(statistic["value"]);
    }

    /// <summary>Words with their places filled: names and values in turn.</summary>
    static string Filled(string text, params object[] places)
    {
        for (var i = 0; i < places.Length; i += 2)
        {
            text = text.Replace("{" + places[i] + "}", Convert.ToString(places[i + 1], CultureInfo.InvariantCulture));
        }
        return text;
    }

    void Line(string key, params object[] places)
    {
        output.WriteLine(Filled((string)words[key], places));
    }
}
