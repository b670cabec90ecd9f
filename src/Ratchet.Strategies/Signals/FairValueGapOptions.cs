namespace Ratchet.Strategies.Signals;

/// <summary>The settings of <see cref="FairValueGap"/>.</summary>
public sealed record FairValueGapOptions
{
    /// <summary>The least height of a gap, in ATRs. In [0, 10]; default 0.5.</summary>
    public double MinimumSize { get; init; } = 0.5;

    /// <summary>The bars after its making within which the price must return. 1 to 1000; default 20.</summary>
    public int MaximumAge { get; init; } = 20;

    /// <summary>The share of the gap's height that the price must go into it. In [0, 1]; default 0: to touch it is enough.</summary>
    public double EntryDepth { get; init; }

    /// <summary>How many gaps of a symbol are watched; of more the oldest is dropped. 1 to 64; default 8.</summary>
    public int MaximumGaps { get; init; } = 8;

    /// <summary>Whether the faster average must be on the gap's side of the slower one. Default true.</summary>
    public bool RequireTrend { get; init; } = true;

    /// <summary>How strength becomes confidence.</summary>
    public ConfidenceScale Confidence { get; init; } = new();

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Require(nameof(MinimumSize), MinimumSize, 0, 10);
        OptionRange.Require(nameof(MaximumAge), MaximumAge, 1, 1000);
        OptionRange.Require(nameof(EntryDepth), EntryDepth, 0, 1);
        OptionRange.Require(nameof(MaximumGaps), MaximumGaps, 1, 64);
        Confidence.Validate();
    }
}
