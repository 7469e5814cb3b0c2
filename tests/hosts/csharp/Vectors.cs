using System;
using System.IO;
using System.Text;
using Innovation;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// <summary>Repeats every case through Library: as text, byte for byte, and as values.</summary>
static class Vectors
{
    static int textOnly;

    static int Main(string[] arguments)
    {
        foreach (var line in Encoding.UTF8.GetString(File.ReadAllBytes(arguments[0])).Split('\n'))
        {
            if (line != "")
            {
                Repeat(Library.Read(line));
            }
        }
        Console.WriteLine(textOnly + " cases as text only: no JSON, or a key twice");
        return Checks.End();
    }

    static void Repeat(JToken one)
    {
        string operation = (string)one["operation"], request = (string)one["request"], output = (string)one["output"];
        var error = (bool)one["ok"] ? null : Library.Read(output)["error"];
        Same((string)one["name"] + " as text", error, () => Library.CallText(operation, request) == output);
        var asked = Values(request);
        var code = error == null ? null : (string)error["code"];
        if (asked == null || code == "contract.not-json" || code == "contract.duplicate-key")
        {
            textOnly++;
            return;
        }
        Same((string)one["name"] + " as values", error,
            () => JToken.DeepEquals(Library.Call(operation, asked), Library.Read(output)));
    }

    static JToken Values(string text)
    {
        try
        {
            return Library.Read(text);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    /// <summary>A response is what it should be; an exception tells all that the library wrote.</summary>
    static void Same(string name, JToken error, Func<bool> call)
    {
        try
        {
            Checks.Holds(call() && error == null, name);
        }
        catch (InnovationException refused)
        {
            Checks.Holds(error != null && refused.Code == (string)error["code"] && refused.Path == (string)error["path"]
                && refused.Message == (string)error["message"] && refused.Hint == (string)error["hint"]
                && JToken.DeepEquals(refused.Details, error["details"] ?? new JObject()), name + ": " + refused);
        }
    }
}
