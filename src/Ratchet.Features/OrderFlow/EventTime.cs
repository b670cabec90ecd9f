namespace Ratchet.Features.OrderFlow;

/// <summary>Times of trades, quotes and books: nanoseconds since 1970-01-01 UTC, and lengths in nanoseconds.</summary>
public static class EventTime
{
    /// <summary>Nanoseconds in a second.</summary>
    public const long Second = 1_000_000_000;

    /// <summary>Nanoseconds in a minute.</summary>
    public const long Minute = 60 * Second;

    /// <summary>Nanoseconds in a millisecond: what turns the times of bars into those of events.</summary>
    public const long Millisecond = 1_000_000;

    /// <summary>Checks windows: at least one, rising strictly, each at least a millisecond and at most a day.</summary>
    /// <param name="seconds">Lengths in seconds.</param>
    /// <param name="name">The name of the field, for the error.</param>
    /// <returns>The same in nanoseconds.</returns>
    /// <exception cref="ArgumentException">There is none, or they do not rise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is outside the range.</exception>
    public static long[] Windows(IReadOnlyList<double> seconds, string name)
    {
        ArgumentNullException.ThrowIfNull(seconds, name);
        if (seconds.Count == 0)
        {
            throw new ArgumentException($"{name} needs at least one window.", name);
        }

        var windows = new long[seconds.Count];
        for (var w = 0; w < windows.Length; w++)
        {
            windows[w] = Length(seconds[w], name);
            if (w > 0 && windows[w] <= windows[w - 1])
            {
                throw new ArgumentException($"{name} must rise strictly; {seconds[w]} s follows {seconds[w - 1]} s.", name);
            }
        }

        return windows;
    }

    /// <summary>Checks one length of 0.001 s to a day.</summary>
    /// <param name="seconds">The length in seconds.</param>
    /// <param name="name">The name of the field, for the error.</param>
    /// <returns>The same in nanoseconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is outside the range.</exception>
    public static long Length(double seconds, string name) => seconds is >= 0.001 and <= 86_400
        ? (long)Math.Round(seconds * Second)
        : throw new ArgumentOutOfRangeException(name, seconds, $"{name} must be 0.001 to 86400 seconds.");

    internal static void RequireOrder(long time, long before)
    {
        if (time < before)
        {
            throw new ArgumentException($"Times must not fall: {time} ns follows {before} ns.", nameof(time));
        }
    }

    internal static void RequireOutput(int output, int expected)
    {
        if (output != expected)
        {
            throw new ArgumentException($"The output has {output} elements; it needs {expected}.", nameof(output));
        }
    }
}
