namespace Ratchet.Adaptation.Quality;

/// <summary>How the quality of a signal is computed and when it passes.</summary>
public sealed record QualityOptions
{
    /// <summary>Signals of lower quality are filtered. Default 0.7, in [0, 1].</summary>
    public double Threshold { get; init; } = 0.7;

    /// <summary>The share of the signal's own confidence. Default 0.3; the three shares are in [0, 1] and add up to 1.</summary>
    public double ConfidenceShare { get; init; } = 0.3;

    /// <summary>The share of the regime alignment. Default 0.3.</summary>
    public double AlignmentShare { get; init; } = 0.3;

    /// <summary>The share of the historical success. Default 0.4.</summary>
    public double SuccessShare { get; init; } = 0.4;

    /// <summary>The factors for 1, 2, 3, 4 and 5 or more agreeing indicators; a signal that does not count them has factor 1. Default 0.80, 0.90, 1.00, 1.05, 1.10; each in [0, 2].</summary>
    public IReadOnlyList<double> Confluence { get; init; } = [0.80, 0.90, 1.00, 1.05, 1.10];

    /// <summary>The factor in trending regimes. Default 1.1, in [0, 2].</summary>
    public double Trending { get; init; } = 1.1;

    /// <summary>The factor in ranging regimes. Default 0.8, in [0, 2].</summary>
    public double Ranging { get; init; } = 0.8;

    /// <summary>The factor in volatile, thin and unknown regimes. Default 0.7, in [0, 2].</summary>
    public double Volatile { get; init; } = 0.7;

    /// <summary>Trades that a cell needs before historical success or learned alignment comes from it; below, coarser cells are asked. Default 20, in [1, 10,000].</summary>
    public int LeastTrades { get; init; } = 20;

    /// <summary>The alignment of a strategy that states none, in a regime that it has not traded often enough. Default 1, in [0, 1].</summary>
    public double UnknownAlignment { get; init; } = 1;

    /// <summary>Whether historical success is the bare win rate instead of the probability of beating the break-even rate. Default false.</summary>
    public bool BareWinRate { get; init; }

    /// <summary>Whether the quality of a signal that passed multiplies its size. Default true.</summary>
    public bool ShrinkSize { get; init; } = true;

    /// <summary>What strategies state about themselves; for those that are not listed the alignment is learned from their composite in the regime. Default none.</summary>
    public IReadOnlyList<RegimeAlignment> Alignments { get; init; } = [];

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="ArgumentException">There are not five confluence factors.</exception>
    public void Validate()
    {
        Require(Threshold is >= 0 and <= 1, nameof(Threshold), Threshold, "in [0, 1]");
        Require(ConfidenceShare is >= 0 and <= 1, nameof(ConfidenceShare), ConfidenceShare, "in [0, 1]");
        Require(AlignmentShare is >= 0 and <= 1, nameof(AlignmentShare), AlignmentShare, "in [0, 1]");
        Require(SuccessShare is >= 0 and <= 1, nameof(SuccessShare), SuccessShare, "in [0, 1]");
        var sum = ConfidenceShare + AlignmentShare + SuccessShare;
        Require(Math.Abs(sum - 1) < 1e-9, "ConfidenceShare + AlignmentShare + SuccessShare", sum, "1");
        if (Confluence.Count != 5)
        {
            throw new ArgumentException($"Confluence has {Confluence.Count} factors; it must have 5.", nameof(Confluence));
        }

        for (var i = 0; i < Confluence.Count; i++)
        {
            Require(Confluence[i] is >= 0 and <= 2, $"Confluence[{i}]", Confluence[i], "in [0, 2]");
        }

        Require(Trending is >= 0 and <= 2, nameof(Trending), Trending, "in [0, 2]");
        Require(Ranging is >= 0 and <= 2, nameof(Ranging), Ranging, "in [0, 2]");
        Require(Volatile is >= 0 and <= 2, nameof(Volatile), Volatile, "in [0, 2]");
        Require(LeastTrades is >= 1 and <= 10_000, nameof(LeastTrades), LeastTrades, "in [1, 10000]");
        Require(UnknownAlignment is >= 0 and <= 1, nameof(UnknownAlignment), UnknownAlignment, "in [0, 1]");
        foreach (var alignment in Alignments)
        {
            Require(alignment.Trending is >= 0 and <= 1, $"Alignments[{alignment.Strategy}].Trending", alignment.Trending, "in [0, 1]");
            Require(alignment.Ranging is >= 0 and <= 1, $"Alignments[{alignment.Strategy}].Ranging", alignment.Ranging, "in [0, 1]");
            Require(alignment.Volatile is >= 0 and <= 1, $"Alignments[{alignment.Strategy}].Volatile", alignment.Volatile, "in [0, 1]");
        }
    }

    /// <summary>The factor of a kind of market.</summary>
    /// <param name="kind">The kind.</param>
    public double RegimeFactor(RegimeClass kind) => kind switch
    {
        RegimeClass.Trending => Trending,
        RegimeClass.Ranging => Ranging,
        _ => Volatile,
    };

    /// <summary>The factor of agreeing indicators; 1 where they are not counted.</summary>
    /// <param name="confluence">How many agree.</param>
    public double ConfluenceFactor(int confluence) => confluence <= 0 ? 1 : Confluence[Math.Min(confluence, 5) - 1];

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
