using Ratchet.Trading.Engine;

namespace Ratchet.Trading.Risk;

/// <summary>What an entry is weighed against.</summary>
internal readonly ref struct EntryTerms
{
    public required RiskLimits Limits { get; init; }

    public required InstrumentRules Instrument { get; init; }

    /// <summary>Margin over value of each symbol, the inverse of its leverage.</summary>
    public required ReadOnlySpan<double> Margins { get; init; }

    public required ReturnCorrelation Correlation { get; init; }

    public required double SizeFactor { get; init; }

    public required double Drawdown { get; init; }

    /// <summary>Whether the venue keeps the value bound at the fill; where not, the quantity is cut here.</summary>
    public required bool VenueCutsValue { get; init; }
}
