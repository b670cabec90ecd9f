using System.Globalization;

namespace Ratchet.Testing.Fuzzing;

/// <summary>How long the calling thread has been on a processor, which other programs do not prolong.</summary>
internal static class ThreadTime
{
    private const string Statistics = "/proc/thread-self/schedstat";

    /// <summary>The time so far; zero where the system does not tell.</summary>
    public static TimeSpan Spent()
    {
        if (!File.Exists(Statistics))
        {
            return TimeSpan.Zero;
        }

        var nanoseconds = long.Parse(File.ReadAllText(Statistics).Split(' ')[0], CultureInfo.InvariantCulture);
        return TimeSpan.FromTicks(nanoseconds / 100);
    }
}
