namespace Ratchet.Lifecycle.Selection;

/// <summary>How features are chosen.</summary>
public sealed record SelectionOptions
{
    /// <summary>Of two features whose absolute correlation is above this the less important goes; default 0.9, in (0, 1]; 1 drops none.</summary>
    public double MaximumCorrelation { get; init; } = 0.9;

    /// <summary>Which correlation; default Pearson's.</summary>
    public CorrelationKind Correlation { get; init; }

    /// <summary>A feature stays when it has at least this share of the positive permutation importance; default 0.01, in [0, 1).</summary>
    public double LeastShare { get; init; } = 0.01;

    /// <summary>How many features stay at least, where there are as many; default 10, from 1.</summary>
    public int MinimumFeatures { get; init; } = 10;

    /// <summary>Purged folds of the ranking; default 5, 2 to 50.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Outer folds of the comparison on rows that the ranking has not seen; default 4, 2 to 50.</summary>
    public int OuterFolds { get; init; } = 4;

    /// <summary>Trees of each forest; default 50, 1 to 10,000.</summary>
    public int Trees { get; init; } = 50;

    /// <summary>Shuffles a feature and fold; default 2, 1 to 1,000.</summary>
    public int Repeats { get; init; } = 2;

    /// <summary>How many best features the stability of the ranking is stated for; default 10, from 1.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Fewest training rows of a fold; default 1,000, from 50.</summary>
    public int MinimumTrainingSamples { get; init; } = 1000;

    /// <summary>The seed of every random stream; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the text names field, value and range.</exception>
    public void Validate()
    {
        Require(MaximumCorrelation is > 0 and <= 1, nameof(MaximumCorrelation), MaximumCorrelation, "in (0, 1]");
        Require(Enum.IsDefined(Correlation), nameof(Correlation), Correlation, "Pearson or Spearman");
        Require(LeastShare is >= 0 and < 1, nameof(LeastShare), LeastShare, "in [0, 1)");
        Require(MinimumFeatures >= 1, nameof(MinimumFeatures), MinimumFeatures, "at least 1");
        Require(Folds is >= 2 and <= 50, nameof(Folds), Folds, "in [2, 50]");
        Require(OuterFolds is >= 2 and <= 50, nameof(OuterFolds), OuterFolds, "in [2, 50]");
        Require(Trees is >= 1 and <= 10_000, nameof(Trees), Trees, "in [1, 10000]");
        Require(Repeats is >= 1 and <= 1000, nameof(Repeats), Repeats, "in [1, 1000]");
        Require(Top >= 1, nameof(Top), Top, "at least 1");
        Require(MinimumTrainingSamples >= 50, nameof(MinimumTrainingSamples), MinimumTrainingSamples, "at least 50");
    }

    private static void Require(bool holds, string name, object value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}.");
        }
    }
}
