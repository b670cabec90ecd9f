using Ratchet.Trading.Risk;
using Ratchet.Trading.Sizing;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Engine;

/// <summary>Everything that an engine is told once. Indices of symbols and strategies in events are places in these lists.</summary>
public sealed record EngineOptions
{
    /// <summary>Money at the start. Default 10,000, above 0.</summary>
    public decimal InitialCash { get; init; } = 10_000;

    /// <summary>What can be traded; each symbol once.</summary>
    public required IReadOnlyList<InstrumentRules> Instruments { get; init; }

    /// <summary>Who trades; each name once.</summary>
    public required IReadOnlyList<StrategyRules> Strategies { get; init; }

    /// <summary>How orders fill and what they cost.</summary>
    public VenueOptions Venue { get; init; } = new();

    /// <summary>How large entries are.</summary>
    public SizingOptions Sizing { get; init; } = new();

    /// <summary>The hard limits.</summary>
    public RiskLimits Limits { get; init; } = new();

    /// <summary>Whether signals without a side are written to the audit too, so that every bar can be explained. Default false.</summary>
    public bool AuditEverySignal { get; init; }

    /// <summary>Whether the venue is outside: approved orders are handed out, and fills come in as reports. Default false: the engine fills on its own bars.</summary>
    public bool ExternalVenue { get; init; }

    /// <summary>
    /// A hash of every value, 64 hexadecimal digits: equal content, equal hash. What belongs to a session under these options, such as its journal and its states, is known by it.
    /// SHA-256 over a canonical form: fields in one order, decimals without trailing zeros.
    /// </summary>
    public string ContentHash() => OptionsContent.Hash(this);

    /// <summary>Checks every value, and that names and symbols are unique.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="ArgumentException">A list is empty, or a symbol or a name appears twice.</exception>
    public void Validate()
    {
        if (InitialCash is not (> 0 and <= 1_000_000_000_000m))
        {
            throw new ArgumentOutOfRangeException(nameof(InitialCash), InitialCash, "InitialCash must be in (0, 1e12].");
        }

        if (Instruments is not { Count: > 0 } || Strategies is not { Count: > 0 })
        {
            throw new ArgumentException($"An engine needs an instrument and a strategy at least; there are {Instruments?.Count ?? 0} and {Strategies?.Count ?? 0}.");
        }

        foreach (var instrument in Instruments)
        {
            instrument.Validate();
        }

        foreach (var strategy in Strategies)
        {
            strategy.Validate();
        }

        Unique(nameof(Instruments), Instruments.Select(i => i.Symbol.Name));
        Unique(nameof(Strategies), Strategies.Select(s => s.Name));
        Venue.Validate();
        Sizing.Validate();
        Limits.Validate();
    }

    private static void Unique(string field, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                throw new ArgumentException($"{field} holds '{name}' twice; each may appear once.", field);
            }
        }
    }
}
