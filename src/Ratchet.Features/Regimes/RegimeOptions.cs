namespace Ratchet.Features.Regimes;

/// <summary>
/// When and on what the hidden Markov model of the regimes is fitted. Everything is counted from the first bar that the stream was given,
/// so the schedule never depends on what comes later.
/// </summary>
public sealed record RegimeOptions
{
    /// <summary>Hidden states. 3 to 6; default 3. With more than 3, all but the most rising and the most falling count as sideways.</summary>
    public int States { get; init; } = 3;

    /// <summary>Bars before the first fit, and so the warm-up. 160 to 1,000,000; default 500.</summary>
    public int MinimumBars { get; init; } = 500;

    /// <summary>Bars between fits. 1 to 1,000,000; default 1000.</summary>
    public int RefitEveryBars { get; init; } = 1000;

    /// <summary>The newest bars that a fit sees, all of them before the bar it is first used on. 100 to 100,000; default 4000.</summary>
    public int WindowBars { get; init; } = 4000;

    /// <summary>Most steps of expectation and maximisation a fit. 1 to 1000; default 25.</summary>
    public int Iterations { get; init; } = 25;

    /// <summary>Names the random streams of the fits. Any value; default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the text names field, value and range.</exception>
    public void Validate()
    {
        Require(nameof(States), States, 3, 6);
        Require(nameof(MinimumBars), MinimumBars, 160, 1_000_000);
        Require(nameof(RefitEveryBars), RefitEveryBars, 1, 1_000_000);
        Require(nameof(WindowBars), WindowBars, 100, 100_000);
        Require(nameof(Iterations), Iterations, 1, 1000);
    }

    private static void Require(string name, int value, int least, int greatest)
    {
        if (value < least || value > greatest)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be in [{least}, {greatest}].");
        }
    }
}
