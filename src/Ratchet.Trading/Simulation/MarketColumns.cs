namespace Ratchet.Trading.Simulation;

/// <summary>The prices that a simulation reads, one element a bar, all of one length, finite and above 0.</summary>
public readonly ref struct MarketColumns
{
    /// <summary>First prices.</summary>
    public required ReadOnlySpan<double> Open { get; init; }

    /// <summary>Highest prices.</summary>
    public required ReadOnlySpan<double> High { get; init; }

    /// <summary>Lowest prices.</summary>
    public required ReadOnlySpan<double> Low { get; init; }

    /// <summary>Last prices.</summary>
    public required ReadOnlySpan<double> Close { get; init; }

    /// <summary>How many bars.</summary>
    public int Length => Close.Length;
}
