using Ratchet.Market.Books;
using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds;

/// <summary>Rows of one kind and one instrument: exactly one of the series is there.</summary>
public sealed record SourcePart
{
    /// <summary>What tells it from other parts of the file, such as a contract; null where nothing does.</summary>
    public string? Name { get; init; }

    /// <summary>The instrument as the source writes it; null where it does not say.</summary>
    public string? Instrument { get; init; }

    /// <summary>Bars, or null.</summary>
    public RawBars? Bars { get; init; }

    /// <summary>Trades, or null.</summary>
    public TradeSeries? Trades { get; init; }

    /// <summary>Best bids and offers, or null.</summary>
    public QuoteSeries? Quotes { get; init; }

    /// <summary>Order book snapshots, or null.</summary>
    public BookSeries? Book { get; init; }

    /// <summary>Events of single orders, or null.</summary>
    public OrderEventSeries? Orders { get; init; }

    /// <summary>Option quotes, or null.</summary>
    public OptionQuoteSeries? Options { get; init; }

    /// <summary>Other numbers over time, or null.</summary>
    public ValueSeries? Values { get; init; }

    /// <summary>How many rows.</summary>
    public int Count => Bars?.Count ?? Trades?.Count ?? Quotes?.Count ?? Book?.Count ?? Orders?.Count ?? Options?.Count ?? Values?.Count ?? 0;

    /// <summary>In one word.</summary>
    public string Kind => this switch
    {
        { Bars: not null } => "bars",
        { Trades: not null } => "trades",
        { Quotes: not null } => "quotes",
        { Book: not null } => "book",
        { Orders: not null } => "orders",
        { Options: not null } => "options",
        _ => "values",
    };
}
