namespace Ratchet.Hosting.Configuration;

/// <summary>The trading engine.</summary>
public sealed record EngineSection
{
    /// <summary>Money at the start, in (0, 1e12].</summary>
    public decimal Cash { get; init; } = 10_000;

    /// <summary>Rules of the venue by symbol; a symbol that is not listed has none: no rounding, no least order, no leverage, dates not known.</summary>
    public IReadOnlyList<InstrumentEntry> Instruments { get; init; } = [];
}
