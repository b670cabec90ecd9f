namespace Ratchet.Adaptation.Selection;

/// <summary>One cell of a state.</summary>
public sealed record SelectorCell
{
    /// <summary>The symbol; empty in a level that is shared by all symbols.</summary>
    public string Symbol { get; init; } = string.Empty;

    /// <summary>The regime; empty in the level that is shared by all regimes.</summary>
    public string Regime { get; init; } = string.Empty;

    /// <summary>The profile.</summary>
    public string Profile { get; init; } = string.Empty;

    /// <summary>Q.</summary>
    public double Value { get; init; }

    /// <summary>Trades since the beginning or the last break, simulated ones by their weight.</summary>
    public double Memory { get; init; }

    /// <summary>Rewards of real choices.</summary>
    public long Real { get; init; }

    /// <summary>Rewards of simulated choices.</summary>
    public long Shadow { get; init; }

    /// <summary>The mean of all rewards.</summary>
    public double Mean { get; init; }

    /// <summary>The sum of squared deviations from it.</summary>
    public double Squares { get; init; }

    /// <summary>The mean of the real ones.</summary>
    public double RealMean { get; init; }

    /// <summary>The mean of the simulated ones.</summary>
    public double ShadowMean { get; init; }

    /// <summary>The discounted count.</summary>
    public double Discounted { get; init; }

    /// <summary>The discounted sum.</summary>
    public double DiscountedSum { get; init; }

    /// <summary>The weight of EXP3.S.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>When it last learned, in milliseconds since 1970-01-01 UTC; null before the first.</summary>
    public long? Updated { get; init; }

    /// <summary>How often its memory was shortened.</summary>
    public int Breaks { get; init; }

    /// <summary>The four numbers of the test for changes.</summary>
    public IReadOnlyList<double> Change { get; init; } = [0, 0, 0, 0];
}
