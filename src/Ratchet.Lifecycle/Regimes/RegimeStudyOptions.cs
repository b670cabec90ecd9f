namespace Ratchet.Lifecycle.Regimes;

/// <summary>How the regimes of a market are studied.</summary>
public sealed record RegimeStudyOptions
{
    /// <summary>The share of the bars that the fixed models are fitted on; what is reported comes from the rest. 0.1 to 0.9; default 0.5.</summary>
    public double FitShare { get; init; } = 0.5;

    /// <summary>States of the regimes that are reported. 2 to 6; default 3: bull, sideways, bear.</summary>
    public int States { get; init; } = 3;

    /// <summary>λ of the jump model. 0 to 1,000,000; default 50.</summary>
    public double Penalty { get; init; } = 50;

    /// <summary>Refits of the run on identity. 1 to 1000; default 20.</summary>
    public int Refits { get; init; } = 20;

    /// <summary>Bars that each of those fits sees; at least half of them are seen again by the next fit. 200 to 1,000,000; default 4000.</summary>
    public int WindowBars { get; init; } = 4000;

    /// <summary>The k-means++ starts of a fit. 1 to 100; default 3.</summary>
    public int Restarts { get; init; } = 3;

    /// <summary>Names the random streams. Any value; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the text names field, value and range.</exception>
    public void Validate()
    {
        Require(nameof(FitShare), FitShare, 0.1, 0.9);
        Require(nameof(States), States, 2, 6);
        Require(nameof(Penalty), Penalty, 0, 1_000_000);
        Require(nameof(Refits), Refits, 1, 1000);
        Require(nameof(WindowBars), WindowBars, 200, 1_000_000);
        Require(nameof(Restarts), Restarts, 1, 100);
    }

    private static void Require(string name, double value, double least, double greatest)
    {
        if (!(value >= least && value <= greatest))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be in [{least}, {greatest}].");
        }
    }
}
