using System;
using Innovation;

/// <summary>What the C# programs share: a count of checks.</summary>
static class Checks
{
    static int passed, failed;

    internal static void Holds(bool held, string what)
    {
        if (held)
        {
            passed++;
        }
        else
        {
            failed++;
            Console.WriteLine("not so: " + what);
        }
    }

    internal static void Equal<T>(T expected, T found, string what)
    {
        Holds(Equals(expected, found), what + ": " + found + ", not " + expected);
    }

    /// <summary>The exception by which a call is refused; a call that is not refused is a failed check.</summary>
    internal static InnovationException Refusal(Action call, string what)
    {
        try
        {
            call();
        }
        catch (InnovationException refused)
        {
            return refused;
        }
        Holds(false, what + " was not refused");
        return null;
    }

    /// <summary>Says how many checks held; nothing checked is a failure.</summary>
    internal static int End()
    {
        Console.WriteLine(passed + " passed, " + failed + " failed");
        return failed == 0 && passed > 0 ? 0 : 1;
    }
}
