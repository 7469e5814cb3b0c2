using System;
using System.Collections.Generic;
using System.Text;
using Innovation;
using Newtonsoft.Json.Linq;

/// <summary>What a C# program may do wrong with Library, and what is then thrown.</summary>
static class Misuse
{
    static readonly JToken LongSearch = Library.Read(
        "{people: [{id: 'a', role: 'nurse'}, {id: 'b', role: 'nurse'}, {id: 'c', role: 'nurse'}, {id: 'd', role: 'nurse'},"
        + " {id: 'e', role: 'nurse'}, {id: 'f', role: 'nurse'}], tables: {count: 2}, rounds: 4, seed: 1,"
        + " effort: {milliseconds: 60000}}");

    static int Main()
    {
        TextThatIsNone();
        Values();
        Limits();
        ProgressFunctions();
        return Checks.End();
    }

    static InnovationException Refused(string code, string path, Action call)
    {
        var refused = Checks.Refusal(call, code);
        if (refused != null)
        {
            Checks.Equal(code + " at " + path, refused.Code + " at " + refused.Path, "refusal");
        }
        return refused;
    }

    static void TextThatIsNone()
    {
        Refused("contract.not-json", "", () => Library.CallText("contract.version", ""));
        Refused("contract.not-json", "", () => Library.CallText("contract.version", "{\0}"));
        Refused("contract.not-utf8", "", () => Library.CallText("contract.version", "{\"\ud800\": 1}"));
        Refused("contract.not-utf8", "", () => Library.CallText("contract.\udfff", "{}"));
        Refused("contract.unknown-operation", "", () => Library.CallText("contract.version\0x", "{}"));
        var misspelt = Refused("contract.unknown-operation", "", () => Library.CallText("contract.versions", "{}"));
        Checks.Holds(misspelt.Hint.Contains("contract.version"), "a hint");
        try
        {
            Library.CallText("contract.version", null);
            Checks.Holds(false, "no text at all was taken");
        }
        catch (ArgumentNullException)
        {
            Checks.Holds(true, "no text at all");
        }
    }

    static void Values()
    {
        var request = Library.Read("{people: [{id: 'a', role: 'nurse'}]}");
        request["people"][0]["level"] = double.NaN;
        Refused("contract.invalid-value", "/people/0/level", () => Library.Call("people.profile", request));
        Refused("contract.invalid-value", "", () => Library.Call("contract.version", new JArray()));
        Checks.Equal(1, (int)Library.Call("contract.version")["contract"], "no request");

        const string far = "é–患者😀";
        var person = new JObject { { "id", far }, { "role", "nurse" } };
        var profile = Library.Call("people.profile", new JObject { { "people", new JArray(person) } });
        Checks.Equal(far, (string)profile["persons"][0]["id"], "letters of every plane");
        Checks.Equal(JTokenType.String, Library.Read("'2026-11-23T09:00:00+01:00'").Type, "a date stays text");

        var rules = Library.Read("{size: 2, rules: {must: ['a', 'b'], apart: [['a', 'b']]}}");
        rules["people"] = LongSearch["people"];
        var conflict = Checks.Refusal(() => Library.Call("gather.select", rules), "a contradiction");
        Checks.Equal("gather.infeasible", conflict.Code, "a contradiction");
        Checks.Equal(3, ((JArray)conflict.Details["conflict"]).Count, "details");
    }

    static void Limits()
    {
        var small = new CallOptions { Limits = new Dictionary<string, long> { { "bytes", 2 } } };
        Refused("contract.too-large", "", () => Library.CallText("contract.version", "{ }", small));
        var misspelt = new CallOptions { Limits = new Dictionary<string, long> { { "byte", 2 } } };
        Refused("contract.unknown-field", "/byte", () => Library.CallText("contract.version", "{}", misspelt));
    }

    static void ProgressFunctions()
    {
        var looks = 0;
        var third = new CallOptions { Progress = (done, total, best) => ++looks < 3 };
        Checks.Holds(Library.Call("gather.rotate", LongSearch, third)["rounds"] != null, "a search that is stopped");
        Checks.Equal(3, looks, "looks");

        var enough = new InvalidOperationException("enough");
        var faulty = new CallOptions { Progress = (done, total, best) => { throw enough; } };
        try
        {
            Library.Call("gather.rotate", LongSearch, faulty);
            Checks.Holds(false, "what a progress function throws is thrown");
        }
        catch (InvalidOperationException fault)
        {
            Checks.Holds(fault == enough, "the same exception");
        }
        Checks.Holds(Library.CallText("contract.version", "{}").Contains("\"contract\":1"), "the next call is served");
    }
}
