using Ratchet.Adaptation.Regimes;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>A signal with what every profile would have made of it, each a virtual position of one unit of risk from the next open on, costs paid.</summary>
public sealed record StudyEntry
{
    /// <summary>When it was decided: the close of the bar, in milliseconds since 1970-01-01 UTC.</summary>
    public required long Time { get; init; }

    /// <summary>The symbol's place in the book.</summary>
    public required int Symbol { get; init; }

    /// <summary>The strategy's place.</summary>
    public required int Strategy { get; init; }

    /// <summary>The regime by the rules.</summary>
    public required MarketRegime Regime { get; init; }

    /// <summary>The cost of a round trip over a stop of one multiple.</summary>
    public required double CostShare { get; init; }

    /// <summary>The net result of each profile in multiples of the risk.</summary>
    public required IReadOnlyList<double> Results { get; init; }

    /// <summary>When each profile's result is known: the close of the bar that its last part was left in.</summary>
    public required IReadOnlyList<long> KnownAt { get; init; }

    /// <summary>How many hours each profile was held.</summary>
    public required IReadOnlyList<double> Hours { get; init; }
}
