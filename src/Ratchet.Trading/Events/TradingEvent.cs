using Ratchet.Market.Bars;

namespace Ratchet.Trading.Events;

/// <summary>
/// Anything that the engine is told, in one form: the same sequence of events gives the same sequence of audit records, whoever sends them. Made by the factory
/// methods; what does not belong to the kind is left at its default.
/// </summary>
public readonly record struct TradingEvent
{
    /// <summary>The number in its session, rising by one from 0; set by whoever sends it.</summary>
    public long Sequence { get; init; }

    /// <summary>When it happened by the session's clock, in milliseconds since 1970-01-01 UTC; never earlier than the event before. A bar's is its close time or later.</summary>
    public long Time { get; init; }

    /// <summary>What it tells.</summary>
    public EventKind Kind { get; init; }

    /// <summary>The symbol's place in <see cref="Engine.EngineOptions.Instruments"/>; -1 where it is about none.</summary>
    public int Symbol { get; init; }

    /// <summary>The bar of <see cref="EventKind.Bar"/> and <see cref="EventKind.FineBar"/>; a tick is a bar whose four prices are its price.</summary>
    public Bar Bar { get; init; }

    /// <summary>The signal of <see cref="EventKind.Signal"/>.</summary>
    public Signal Signal { get; init; }

    /// <summary>The rate of <see cref="EventKind.Funding"/>: longs pay this share of their value, shorts receive it.</summary>
    public double FundingRate { get; init; }

    /// <summary>An <see cref="Advice"/>, <see cref="Command"/>, <see cref="FeedChange"/>, <see cref="VenueReport"/> or <see cref="Readiness"/>, by the kind; else null.</summary>
    public object? Detail { get; init; }

    /// <summary>A closed bar.</summary>
    /// <param name="sequence">The number in the session.</param>
    /// <param name="time">When the session saw it.</param>
    /// <param name="symbol">Which symbol.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="fine">Whether it is finer than the bars that are decided on.</param>
    public static TradingEvent OfBar(long sequence, long time, int symbol, in Bar bar, bool fine = false) =>
        new() { Sequence = sequence, Time = time, Kind = fine ? EventKind.FineBar : EventKind.Bar, Symbol = symbol, Bar = bar };

    /// <summary>A trade.</summary>
    /// <param name="sequence">The number in the session.</param>
    /// <param name="time">When the session saw it.</param>
    /// <param name="symbol">Which symbol.</param>
    /// <param name="traded">When it happened, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="price">The price.</param>
    /// <param name="quantity">Units of the base asset.</param>
    public static TradingEvent OfTick(long sequence, long time, int symbol, long traded, double price, double quantity) =>
        new() { Sequence = sequence, Time = time, Kind = EventKind.Tick, Symbol = symbol, Bar = new(traded, price, price, price, price, quantity) };

    /// <summary>A signal.</summary>
    /// <param name="sequence">The number in the session.</param>
    /// <param name="time">When the session saw it.</param>
    /// <param name="symbol">Which symbol.</param>
    /// <param name="signal">What the strategy says.</param>
    public static TradingEvent OfSignal(long sequence, long time, int symbol, in Signal signal) =>
        new() { Sequence = sequence, Time = time, Kind = EventKind.Signal, Symbol = symbol, Signal = signal };

    /// <summary>Advice, a command, a feed's change, a venue's report or readiness, by the type of the detail.</summary>
    /// <param name="sequence">The number in the session.</param>
    /// <param name="time">When the session saw it.</param>
    /// <param name="symbol">Which symbol; -1 for none.</param>
    /// <param name="detail">What is told.</param>
    /// <exception cref="ArgumentException">The detail has another type.</exception>
    public static TradingEvent Of(long sequence, long time, int symbol, object detail) =>
        new()
        {
            Sequence = sequence,
            Time = time,
            Symbol = symbol,
            Detail = detail,
            Kind = detail switch
            {
                Advice => EventKind.Advice,
                Command => EventKind.Command,
                FeedChange => EventKind.Feed,
                VenueReport => EventKind.Report,
                Readiness => EventKind.Readiness,
                _ => throw new ArgumentException($"A detail must be advice, a command, a feed's change, a venue's report or readiness; it is a {detail?.GetType().Name ?? "null"}.", nameof(detail)),
            },
        };

    /// <summary>Time that passed.</summary>
    /// <param name="sequence">The number in the session.</param>
    /// <param name="time">What the clock shows.</param>
    public static TradingEvent OfTimer(long sequence, long time) => new() { Sequence = sequence, Time = time, Kind = EventKind.Timer, Symbol = -1 };

    /// <summary>Funding that fell due.</summary>
    /// <param name="sequence">The number in the session.</param>
    /// <param name="time">When.</param>
    /// <param name="symbol">Which symbol.</param>
    /// <param name="rate">Longs pay this share of their value, shorts receive it.</param>
    public static TradingEvent OfFunding(long sequence, long time, int symbol, double rate) =>
        new() { Sequence = sequence, Time = time, Kind = EventKind.Funding, Symbol = symbol, FundingRate = rate };
}
