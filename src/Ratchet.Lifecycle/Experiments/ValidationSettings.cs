using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>How results are tested. Gaps are in hours here and become bars with the data's time frame.</summary>
public sealed record ValidationSettings
{
    /// <summary>Purged folds of a trial; default 5, 2 to 50.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Purged folds of the second look at the best configurations; default 8, 2 to 50.</summary>
    public int ReevaluationFolds { get; init; } = 8;

    /// <summary>Least gap between training labels and a test block, either side; default 24 h.</summary>
    public double PurgeHours { get; init; } = 24;

    /// <summary>Further gap after a test block; default 12 h.</summary>
    public double EmbargoHours { get; init; } = 12;

    /// <summary>Fewest training samples of a split; default 1,000.</summary>
    public int MinimumTrainingSamples { get; init; } = 1000;

    /// <summary>Walk-forward windows at most; default 51, fewer where the data is short.</summary>
    public int WalkForwardWindows { get; init; } = 51;

    /// <summary>Share of the development part that is trained on before the first walk-forward window; default 0.4, in [0.1, 0.9].</summary>
    public double WalkForwardStart { get; init; } = 0.4;

    /// <summary>Fewest bars of a walk-forward window; default 240.</summary>
    public int MinimumWindowBars { get; init; } = 240;

    /// <summary>Rows with known outcomes that the meta layer must have before the first window is traded; default 500.</summary>
    public int BurnInRows { get; init; } = 500;

    /// <summary>The sealed part at the end of the data.</summary>
    public HoldOutOptions HoldOut { get; init; } = new();

    /// <summary>
    /// The bars whose quantiles become bin edges: those before the first walk-forward window, so that no window, and no sealed bar, has a say
    /// in how features are quantised.
    /// </summary>
    /// <param name="development">The development part.</param>
    public IndexRange EdgeRows(IndexRange development) =>
        new(development.Start, development.Start + (int)(development.Length * WalkForwardStart));

    /// <summary>The gaps in bars, rounded up.</summary>
    /// <param name="frame">The data's time frame.</param>
    public PurgeOptions Purge(TimeFrame frame) => new()
    {
        PurgeBars = (int)Math.Ceiling(PurgeHours * 60 / frame.Minutes),
        EmbargoBars = (int)Math.Ceiling(EmbargoHours * 60 / frame.Minutes),
    };

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        Check(nameof(Folds), Folds, 2, 50);
        Check(nameof(ReevaluationFolds), ReevaluationFolds, 2, 50);
        Check(nameof(PurgeHours), PurgeHours, 0, 10_000);
        Check(nameof(EmbargoHours), EmbargoHours, 0, 10_000);
        Check(nameof(MinimumTrainingSamples), MinimumTrainingSamples, 50, 10_000_000);
        Check(nameof(WalkForwardWindows), WalkForwardWindows, 2, 1000);
        Check(nameof(WalkForwardStart), WalkForwardStart, 0.1, 0.9);
        Check(nameof(MinimumWindowBars), MinimumWindowBars, 10, 1_000_000);
        Check(nameof(BurnInRows), BurnInRows, 100, 1_000_000);
    }

    private static void Check(string name, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
        {
            throw new ArgumentOutOfRangeException(name, value, $"validation {name} must lie in [{low}, {high}].");
        }
    }
}
