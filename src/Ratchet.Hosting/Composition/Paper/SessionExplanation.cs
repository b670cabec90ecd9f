using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Risk;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>What was known, weighed and done at the close of one bar of one symbol.</summary>
public sealed record SessionExplanation
{
    /// <summary>The symbol and its time frame.</summary>
    public required string Series { get; init; }

    /// <summary>The bar.</summary>
    public required Bar Bar { get; init; }

    /// <summary>When it closed, in milliseconds since 1970-01-01 UTC.</summary>
    public required long Closed { get; init; }

    /// <summary>When the session took it.</summary>
    public required long Taken { get; init; }

    /// <summary>The number of its event in the journal.</summary>
    public required long Event { get; init; }

    /// <summary>The version of the program that began the session.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>The identity of the model that trades; empty where built-in strategies do.</summary>
    public required string Model { get; init; }

    /// <summary>Each strategy's word, in the order of the options.</summary>
    public required IReadOnlyList<StrategyWord> Words { get; init; }

    /// <summary>What orders, fills and closes the bar itself brought, before anything was decided.</summary>
    public required IReadOnlyList<AuditRecord> Happened { get; init; }

    /// <summary>What may be done after the decisions.</summary>
    public required TradingState State { get; init; }

    /// <summary>The limits and breakers that stand: account-wide ones, and those of the symbol.</summary>
    public required IReadOnlyList<AuditRecord> Standing { get; init; }

    /// <summary>The symbol's open positions after the decisions.</summary>
    public required IReadOnlyList<OpenPositionView> Positions { get; init; }

    /// <summary>Cash and what is open, at the last prices.</summary>
    public required double Equity { get; init; }
}
