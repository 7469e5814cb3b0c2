using System;
using System.IO;
using System.Linq;
using System.Threading;
using Innovation;
using Newtonsoft.Json.Linq;

/// <summary>Eight threads, ten thousand calls each: the answers are right and memory does not grow.</summary>
static class Load
{
    const int Threads = 8, Calls = 10000, WarmUp = 2000;
    const long BoundKb = 8 * 1024;

    static readonly JToken Request = Library.Read(
        "{people: [{id: 'ana', role: 'nurse', unit: 'médecine'}, {id: 'bo', role: 'patient'},"
        + " {id: 'chi', role: 'family-carer'}, {id: 'dee', role: 'nurse'}, {id: 'eli', role: 'ward-manager'}],"
        + " ties: [{a: 'ana', b: 'dee', weight: 2.5}], size: 3, seed: 1}");

    /// <summary>Its error is long, as its name is.</summary>
    static readonly string WrongField = "{\"" + new string('x', 1000) + "\": 1}";

    static readonly CallOptions Watched = new CallOptions { Progress = (done, total, best) => true };

    static int Main()
    {
        Checks.Equal(0, WrongOfAllThreads(WarmUp), "wrong answers while warming up");
        var before = Resident();
        Checks.Equal(0, WrongOfAllThreads(Calls), "wrong answers");
        var after = Resident();
        Console.WriteLine(Threads + " threads x " + Calls + " calls: " + before + " kB before, " + after + " kB after");
        Checks.Holds(before > 0 && after - before <= BoundKb, "memory does not grow by more than 8 MB");
        return Checks.End();
    }

    /// <summary>The memory that the process holds after a collection, in kB.</summary>
    static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var line = File.ReadAllLines("/proc/self/status").First(text => text.StartsWith("VmRSS:"));
        return long.Parse(new string(line.Where(char.IsDigit).ToArray()));
    }

    static int WrongOfAllThreads(int calls)
    {
        var wrong = 0;
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            for (var number = 0; number < calls; number++)
            {
                if (!Right(number))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return wrong;
    }

    /// <summary>One call in four is refused, one is on values and watched, two are on text.</summary>
    static bool Right(int number)
    {
        switch (number % 4)
        {
            case 0:
                try
                {
                    Library.CallText("gather.select", WrongField);
                    return false;
                }
                catch (InnovationException refused)
                {
                    return refused.Code == "contract.unknown-field";
                }
            case 1:
                return ((JArray)Library.Call("gather.select", Request, Watched)["chosen"]).Count == 3;
            default:
                return Library.CallText("contract.operations", "{}").Contains("\"gather.select\"");
        }
    }
}
