using Ratchet.Market.Bars;
using Ratchet.Market.Books;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>The feeds at hand; each may be absent. Says which families of features they carry, so that an absent one is reported and never filled.</summary>
public sealed record FlowInputs
{
    /// <summary>Bars, or null.</summary>
    public BarSeries? Bars { get; init; }

    /// <summary>Best bids and offers, or null; where a book is given they are its first level.</summary>
    public QuoteSeries? Quotes { get; init; }

    /// <summary>The book, or null.</summary>
    public BookSeries? Book { get; init; }

    /// <summary>Trades, or null.</summary>
    public TradeSeries? Trades { get; init; }

    /// <summary>The option chain, or null.</summary>
    public OptionQuoteSeries? Options { get; init; }

    /// <summary>Quotes if given, else the first level of the book, else null.</summary>
    public QuoteSeries? BestQuotes => Quotes ?? Book?.ToQuotes();

    /// <summary>What can be measured, every family once, in the order of <see cref="FlowFamily"/>. Reads the columns until a value is found.</summary>
    public IReadOnlyList<FeatureAvailability> Report()
    {
        var quotes = BestQuotes;
        return
        [
            Bars is { Count: > 0 } || quotes is { Count: > 0 }
                ? Of(FlowFamily.Kinematics)
                : No(FlowFamily.Kinematics, Availability.NoSource, "there are neither bars nor quotes"),
            quotes is not { Count: > 0 } ? No(FlowFamily.BestLevelOfi, Availability.NoSource, "there are no quotes")
                : HasAny(quotes.BidSize) && HasAny(quotes.AskSize) ? Of(FlowFamily.BestLevelOfi)
                : No(FlowFamily.BestLevelOfi, Availability.NoSizes, "the quotes have no sizes"),
            Depth(FlowFamily.MultiLevelOfi),
            Depth(FlowFamily.Barrier),
            TapeReport(),
            Options is not { Count: > 0 } ? No(FlowFamily.Fuel, Availability.NoSource, "there is no option chain")
                : HasAny(Options.Columns.OpenInterest.Span) ? Of(FlowFamily.Fuel)
                : No(FlowFamily.Fuel, Availability.NoSizes, "the option chain has no open interest"),
        ];
    }

    private FeatureAvailability Depth(FlowFamily family) => Book switch
    {
        not { Count: > 0 } => No(family, Availability.NoSource, "there is no book"),
        { Depth: < 2 } => No(family, Availability.NoSource, "the book has one level only"),
        _ => HasAny(Book.BidSize(0)) && HasAny(Book.AskSize(0)) ? Of(family) : No(family, Availability.NoSizes, "the book has no sizes"),
    };

    private FeatureAvailability TapeReport()
    {
        if (Trades is not { Count: > 0 })
        {
            return No(FlowFamily.Tape, Availability.NoSource, "there are no trades");
        }

        var sized = HasAny(Trades.Size);
        var sided = Trades.Side.IndexOfAnyExcept(AggressorSide.Unknown) >= 0;
        var note = (sized, sided) switch
        {
            (true, true) => string.Empty,
            (false, true) => "trades have no sizes: rates and counts only",
            (true, false) => "trades name no aggressor: sides are inferred",
            _ => "trades have no sizes and name no aggressor: rates and counts with inferred sides",
        };
        return new(FlowFamily.Tape, Availability.Measured, note);
    }

    private static bool HasAny(ReadOnlySpan<double> column)
    {
        foreach (var value in column)
        {
            if (!double.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    private static FeatureAvailability Of(FlowFamily family) => new(family, Availability.Measured, string.Empty);

    private static FeatureAvailability No(FlowFamily family, Availability why, string reason) => new(family, why, reason);
}
